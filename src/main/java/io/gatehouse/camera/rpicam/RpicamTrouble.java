package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraFault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code rpicam-vid} ends with, as sentences that say what to do. */
final class RpicamTrouble {

  static final String CAMERA = "AI camera: ";

  private record Known(String sign, CameraFault fault, String sentence) {}

  /** The first whose sign is in what it said. */
  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "no cameras available",
              CameraFault.NOT_FOUND,
              "none is attached; check both ends of its ribbon cable, then restart this machine: it is"
                  + " looked for at start-up alone"),
          new Known(
              "selected camera is not available",
              CameraFault.NOT_FOUND,
              "it is not attached; check both ends of its ribbon cable, then restart this machine"),
          new Known(
              "failed to acquire camera",
              CameraFault.FAILED,
              "another program is using it; end that one (ps -e | grep -E 'rpicam|libcamera|picam')"),
          new Known(
              "failed to start camera",
              CameraFault.FAILED,
              "it does not start, the network could not be loaded into it perhaps; if this goes on,"
                  + " take this machine off its power for ten seconds"),
          new Known(
              "not found!",
              CameraFault.NOT_SET_UP,
              "the network's file is missing (%s); sudo apt install imx500-all, or correct network= in"
                  + " the camera's address"),
          new Known(
              "cannot open imx500 device node",
              CameraFault.NO_PERMISSION,
              "this user may not use it; sudo usermod -aG video $USER, then restart this machine"),
          new Known(
              "failed to set network fw",
              CameraFault.FAILED,
              "its driver refuses the network; sudo apt full-upgrade, then restart this machine"),
          new Known(
              "unrecognised option",
              CameraFault.NOT_SET_UP,
              "rpicam-vid is of another version than Gatehouse knows (%s); sudo apt full-upgrade"));

  private RpicamTrouble() {}

  /** The program could not be started at all. */
  static CameraException notStarted(String program, String why) {
    boolean forbidden = why.contains("error=13") || why.contains("Permission denied");
    return forbidden
        ? of(
            CameraFault.NO_PERMISSION,
            "%s may not be run by this user; change its permissions".formatted(program))
        : of(
            CameraFault.NOT_SET_UP,
            "%s is not on this machine; sudo apt install rpicam-apps imx500-all, then restart it"
                .formatted(program));
  }

  /**
   * The program has ended though nobody told it to.
   *
   * @param exit its exit status; empty when it does not end
   */
  static CameraException ended(
      Optional<Integer> exit, Optional<String> fatal, StreamReader.Ending ending) {
    String said = fatal.orElse("");
    for (Known known : KNOWN) {
      if (said.toLowerCase(Locale.ROOT).contains(known.sign())) {
        return of(known.fault(), known.sentence().formatted(said));
      }
    }
    if (!said.isEmpty()) {
      return of(
          CameraFault.FAILED,
          "rpicam-vid ended with '%s'; gatehouse doctor --camera-check says more".formatted(said));
    }
    return switch (ending) {
      case StreamReader.Ending.OutOfStep(String what) ->
          of(
              CameraFault.GARBAGE,
              "what rpicam-vid sends is not what was asked for (%s); run gatehouse doctor --camera-check"
                  .formatted(what));
      case StreamReader.Ending.Broken(String what) ->
          of(CameraFault.FAILED, "its pipe broke (%s)".formatted(what));
      case StreamReader.Ending.Complete _, StreamReader.Ending.Cut _ ->
          of(
              CameraFault.ENDED,
              "rpicam-vid ended by itself%s; it is started again"
                  .formatted(exit.map(code -> " (exit status " + code + ")").orElse("")));
    };
  }

  static CameraException of(CameraFault fault, String sentence) {
    return new CameraException(fault, CAMERA + sentence);
  }

  /** Whether the camera was not so much as touched: it does not count as a start. */
  static boolean untouched(CameraException why) {
    return why.fault() == CameraFault.NOT_FOUND
        || why.fault() == CameraFault.NOT_SET_UP
        || why.fault() == CameraFault.NO_PERMISSION;
  }
}
