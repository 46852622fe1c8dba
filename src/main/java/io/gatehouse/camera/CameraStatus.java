package io.gatehouse.camera;

import io.gatehouse.common.TechnicalNote;
import java.util.Optional;

/**
 * How the camera is doing, for the status bar.
 *
 * @param phase what it is doing now
 * @param framesPerSecond measured over the last seconds; 0 while none come
 * @param reconnects how often it was opened again since the start
 * @param fault why there is no picture, while there is none
 * @param note one line for the technician; empty when all is well. While pictures come it says
 *     which part of the camera does not work
 */
public record CameraStatus(
    Phase phase,
    double framesPerSecond,
    int reconnects,
    Optional<CameraFault> fault,
    TechnicalNote note) {

  /** With a line in English alone. */
  public CameraStatus(
      Phase phase,
      double framesPerSecond,
      int reconnects,
      Optional<CameraFault> fault,
      String message) {
    this(phase, framesPerSecond, reconnects, fault, TechnicalNote.plain(message));
  }

  /** The line as the log has it. */
  public String message() {
    return note.english();
  }

  public enum Phase {
    /** Being opened for the first time. */
    CONNECTING,
    /** Open, and preparing itself before its first picture, which may take minutes. */
    LOADING,
    /** Pictures come. */
    LIVE,
    /** Lost; waiting to open it again, or opening it. */
    RECONNECTING,
    /** A finite source (clip, folder) was shown to its end. */
    ENDED
  }

  public static CameraStatus connecting() {
    return new CameraStatus(Phase.CONNECTING, 0, 0, Optional.empty(), "");
  }
}
