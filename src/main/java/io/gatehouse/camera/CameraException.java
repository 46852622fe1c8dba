package io.gatehouse.camera;

import io.gatehouse.common.Diagnosed;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.common.TechnicalNote;

/**
 * A camera cannot be opened or has failed. The message is one clear line: what is wrong, where,
 * what to do.
 */
public final class CameraException extends Exception implements Diagnosed {

  private static final long serialVersionUID = 1L;

  private final CameraFault fault;
  private final transient TechnicalNote note;

  public CameraException(CameraFault fault, String message) {
    this(fault, TechnicalNote.plain(message));
  }

  /** With a line that screens say in their language. */
  public CameraException(CameraFault fault, TechnicalNote note) {
    super(note.english());
    this.fault = fault;
    this.note = note;
  }

  public CameraException(CameraFault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
    this.note = TechnicalNote.plain(message);
  }

  public CameraFault fault() {
    return fault;
  }

  public TechnicalNote note() {
    return note;
  }

  @Override
  public KnownFailure failure() {
    return fault.failure();
  }
}
