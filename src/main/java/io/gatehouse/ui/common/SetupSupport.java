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
 */
public record SetupSupport(
    String version,
    String dataFolder,
    String camera,
    List<Problem> problems,
    Optional<Runnable> restart) {

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

  /** Nothing is known. */
  public static SetupSupport none() {
    return new SetupSupport("", "", "", List.of(), Optional.empty());
  }
}
