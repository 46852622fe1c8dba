package io.gatehouse.camera.rpicam;

/** What the AI camera tells the technician; the screen has a sentence for each. */
public enum RpicamNote {
  STARTING,
  LOADING,
  MENDING,
  STANDS_STILL,
  NO_FIRST_PICTURE,
  SILENT,
  STAGE_MISSING,
  FELL_SILENT,
  NOT_ATTACHED,
  NOT_SELECTED,
  IN_USE,
  DOES_NOT_START,
  NETWORK_MISSING,
  FORBIDDEN,
  NETWORK_REFUSED,
  OTHER_VERSION,
  PROGRAM_FORBIDDEN,
  PROGRAM_MISSING,
  ENDED_SAYING,
  OUT_OF_STEP,
  PIPE_BROKE,
  ENDED,
  HANGS,
  TOO_MANY_STARTS
}
