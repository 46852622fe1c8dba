package io.gatehouse.camera;

import io.gatehouse.common.Diagnosed;
import io.gatehouse.common.KnownFailure;

/**
 * A camera cannot be opened or has failed. The message is one clear line: what is wrong, where,
 * what to do.
 */
public final class CameraException extends Exception implements Diagnosed {

  private static final long serialVersionUID = 1L;

  private final CameraFault fault;

  public CameraException(CameraFault fault, String message) {
    super(message);
    this.fault = fault;
  }

  public CameraException(CameraFault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  public CameraFault fault() {
    return fault;
  }

  @Override
  public KnownFailure failure() {
    return fault.failure();
  }
}
