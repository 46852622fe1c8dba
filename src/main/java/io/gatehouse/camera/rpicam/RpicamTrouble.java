package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraFault;
import io.gatehouse.common.TechnicalNote;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code rpicam-vid} ends with, as sentences that say what to do. */
final class RpicamTrouble {

  private static final String CAMERA = "AI camera: ";

  private record Known(String sign, CameraFault fault, RpicamNote kind, String sentence) {}

  /** The first whose sign is in what it said. */
  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "no cameras available",
              CameraFault.NOT_FOUND,
              RpicamNote.NOT_ATTACHED,
              "none is attached; check both ends of its ribbon cable, then restart this machine: it is"
                  + " looked for at start-up alone"),
          new Known(
              "selected camera is not available",
              CameraFault.NOT_FOUND,
              RpicamNote.NOT_SELECTED,
              "it is not attached; check both ends of its ribbon cable, then restart this machine"),
          new Known(
              "failed to acquire camera",
              CameraFault.FAILED,
              RpicamNote.IN_USE,
              "another program is using it; end that one (ps -e | grep -E 'rpicam|libcamera|picam')"),
          new Known(
              "failed to start camera",
              CameraFault.FAILED,
              RpicamNote.DOES_NOT_START,
              "it does not start, the network could not be loaded into it perhaps; if this goes on,"
                  + " take this machine off its power for ten seconds"),
          new Known(
              "not found!",
              CameraFault.NOT_SET_UP,
              RpicamNote.NETWORK_MISSING,
              "the network's file is missing (%s); sudo apt install imx500-all, or correct network= in"
                  + " the camera's address"),
          new Known(
              "cannot open imx500 device node",
              CameraFault.NO_PERMISSION,
              RpicamNote.FORBIDDEN,
              "this user may not use it; sudo usermod -aG video $USER, then restart this machine"),
          new Known(
              "failed to set network fw",
              CameraFault.FAILED,
              RpicamNote.NETWORK_REFUSED,
              "its driver refuses the network; sudo apt full-upgrade, then restart this machine"),
          new Known(
              "unrecognised option",
              CameraFault.NOT_SET_UP,
              RpicamNote.OTHER_VERSION,
              "rpicam-vid is of another version than Gatehouse knows (%s); sudo apt full-upgrade"));

  private RpicamTrouble() {}

  /** The program could not be started at all. */
  static CameraException notStarted(String program, String why) {
    boolean forbidden = why.contains("error=13") || why.contains("Permission denied");
    return forbidden
        ? of(
            CameraFault.NO_PERMISSION,
            RpicamNote.PROGRAM_FORBIDDEN,
            "%s may not be run by this user; change its permissions".formatted(program),
            program)
        : of(
            CameraFault.NOT_SET_UP,
            RpicamNote.PROGRAM_MISSING,
            "%s is not on this machine; sudo apt install rpicam-apps imx500-all, then restart it"
                .formatted(program),
            program);
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
        return of(known.fault(), known.kind(), known.sentence().formatted(said), said);
      }
    }
    if (!said.isEmpty()) {
      return of(
          CameraFault.FAILED,
          RpicamNote.ENDED_SAYING,
          "rpicam-vid ended with '%s'; gatehouse doctor --camera-check says more".formatted(said),
          said);
    }
    return switch (ending) {
      case StreamReader.Ending.OutOfStep(String what) ->
          of(
              CameraFault.GARBAGE,
              RpicamNote.OUT_OF_STEP,
              "what rpicam-vid sends is not what was asked for (%s); run gatehouse doctor --camera-check"
                  .formatted(what),
              what);
      case StreamReader.Ending.Broken(String what) ->
          of(
              CameraFault.FAILED,
              RpicamNote.PIPE_BROKE,
              "its pipe broke (%s)".formatted(what),
              what);
      case StreamReader.Ending.Complete _, StreamReader.Ending.Cut _ ->
          of(
              CameraFault.ENDED,
              RpicamNote.ENDED,
              "rpicam-vid ended by itself%s; it is started again"
                  .formatted(exit.map(code -> " (exit status " + code + ")").orElse("")));
    };
  }

  /**
   * @param values what the screen's own words for the kind are filled in with
   */
  static CameraException of(CameraFault fault, RpicamNote kind, String sentence, Object... values) {
    return new CameraException(fault, note(kind, sentence, values));
  }

  static TechnicalNote note(RpicamNote kind, String sentence, Object... values) {
    return TechnicalNote.of(kind, CAMERA + sentence, values);
  }

  /** Whether the camera was not so much as touched: it does not count as a start. */
  static boolean untouched(CameraException why) {
    return why.fault() == CameraFault.NOT_FOUND
        || why.fault() == CameraFault.NOT_SET_UP
        || why.fault() == CameraFault.NO_PERMISSION;
  }
}
