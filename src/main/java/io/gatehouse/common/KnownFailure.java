package io.gatehouse.common;

/**
 * The failures that Gatehouse foresees. Each has a code that never changes: a guard reads it out on
 * the phone, the manual lists it. The screens have a sentence and a remedy for each.
 */
public enum KnownFailure {
  /** The data folder cannot be written. */
  DATA_READ_ONLY("K2"),
  /** Another kiosk works on the same data folder. */
  SECOND_KIOSK("K3"),
  /** The database was damaged and has been rebuilt from the journal. */
  STORE_RECOVERED("K4"),
  /** A passage, a search or a correction could not be done. */
  STORE_FAILED("K5"),
  /** The disk is full: passages are kept, pictures are not. */
  DISK_FULL("K6"),
  /** The database cannot be opened, and could not be rebuilt either. */
  STORE_BROKEN("K7"),

  CAMERA_NOT_FOUND("M2"),
  CAMERA_NO_PERMISSION("M3"),
  CAMERA_NO_PICTURES("M4"),
  CAMERA_STALLED("M5"),
  CAMERA_ENDED("M6"),
  CAMERA_GARBAGE("M7"),
  CAMERA_UNSUPPORTED("M8"),
  CAMERA_FAILED("M9"),
  CAMERA_NOT_SET_UP("L2"),
  CAMERA_NEEDS_REBOOT("L3"),

  /** Recognition stopped and was started again. */
  RECOGNITION_FAILED("R2"),
  /** What was learned at this site cannot be used; plates are read as delivered. */
  PROFILE_UNREADABLE("R3"),
  /** The barrier did not take the command. */
  BARRIER_FAILED("C2"),
  /** The boom must not be lowered: a vehicle is under it, or nobody knows. */
  BARRIER_HELD("C3"),

  /** The settings file could not be read and was set aside. */
  SETTINGS_UNREADABLE("T2"),
  /** The settings file has a line that nobody knows. */
  SETTINGS_UNKNOWN_KEY("T3"),
  /** The settings could not be written. */
  SETTINGS_NOT_SAVED("T4");

  @SuppressWarnings("ImmutableEnumChecker") // an ErrorCode never changes
  private final ErrorCode code;

  KnownFailure(String place) {
    this.code = ErrorCode.fixed(place);
  }

  public ErrorCode code() {
    return code;
  }
}
