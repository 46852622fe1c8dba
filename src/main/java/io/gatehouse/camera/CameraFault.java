package io.gatehouse.camera;

import io.gatehouse.common.KnownFailure;

/** Why a camera gives no pictures. The screen has a sentence and a remedy for each. */
public enum CameraFault {
  /** Device, file, folder or host does not exist. */
  NOT_FOUND(KnownFailure.CAMERA_NOT_FOUND),
  /** It exists, but may not be opened. */
  NO_PERMISSION(KnownFailure.CAMERA_NO_PERMISSION),
  /** It exists, but holds no picture that can be shown. */
  NO_PICTURES(KnownFailure.CAMERA_NO_PICTURES),
  /** It is open, but no frame came for too long. */
  STALLED(KnownFailure.CAMERA_STALLED),
  /** It stopped, although a camera should not. */
  ENDED(KnownFailure.CAMERA_ENDED),
  /** What it sends is no picture. */
  GARBAGE(KnownFailure.CAMERA_GARBAGE),
  /** The URI or the format is not known. */
  UNSUPPORTED(KnownFailure.CAMERA_UNSUPPORTED),
  /** A program, a file or a package that it needs is missing on this machine. */
  NOT_SET_UP(KnownFailure.CAMERA_NOT_SET_UP),
  /** It does not come back until the machine is started anew. */
  NEEDS_REBOOT(KnownFailure.CAMERA_NEEDS_REBOOT),
  /** Anything else; the message says what. */
  FAILED(KnownFailure.CAMERA_FAILED);

  private final KnownFailure failure;

  CameraFault(KnownFailure failure) {
    this.failure = failure;
  }

  /** What people are told, and its code. */
  public KnownFailure failure() {
    return failure;
  }
}
