package io.gatehouse.ui.common;

import io.gatehouse.common.KnownFailure;
import java.util.List;
import java.util.Optional;

/**
 * What the settings screen is given from outside.
 *
 * @param version of the product
 * @param dataFolder where passages are kept
 * @param camera what people call the camera in use
 * @param problems what was wrong with the settings file when it was read
 * @param restart starts camera and lane anew with the saved settings, in the background; empty when
 *     only a restart of the kiosk does that
 * @param first the first set-up; empty where it cannot be shown
 */
public record SetupSupport(
    String version,
    String dataFolder,
    String camera,
    List<Problem> problems,
    Optional<Runnable> restart,
    Optional<FirstSetUp> first) {

  /**
   * What is wrong with the kiosk.
   *
   * @param failure what kind
   * @param line for the technician
   */
  public record Problem(KnownFailure failure, String line) {}

  public SetupSupport {
    problems = List.copyOf(problems);
  }

  /** Without the first set-up. */
  public SetupSupport(
      String version,
      String dataFolder,
      String camera,
      List<Problem> problems,
      Optional<Runnable> restart) {
    this(version, dataFolder, camera, problems, restart, Optional.empty());
  }

  /** Whether the first set-up is to be shown instead of the lane. */
  public boolean isFirstSetUpDue() {
    return first.filter(setUp -> setUp.progress().isDue()).isPresent();
  }

  /** Nothing is known. */
  public static SetupSupport none() {
    return new SetupSupport("", "", "", List.of(), Optional.empty());
  }
}
