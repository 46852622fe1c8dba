package io.gatehouse.camera;

/** Why a camera gives no pictures. The screen has a sentence and a remedy for each. */
public enum CameraFault {
  /** Device, file, folder or host does not exist. */
  NOT_FOUND,
  /** It exists, but may not be opened. */
  NO_PERMISSION,
  /** It exists, but holds no picture that can be shown. */
  NO_PICTURES,
  /** It is open, but no frame came for too long. */
  STALLED,
  /** It stopped, although a camera should not. */
  ENDED,
  /** What it sends is no picture. */
  GARBAGE,
  /** The URI or the format is not known. */
  UNSUPPORTED,
  /** Anything else; the message says what. */
  FAILED
}
