package io.gatehouse.barrier;

import io.gatehouse.common.Diagnosed;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.common.TechnicalNote;

/**
 * The barrier did not take the command. The message is one clear line: what is wrong and what to
 * do.
 */
public final class BarrierException extends Exception implements Diagnosed {

  private static final long serialVersionUID = 1L;

  private final KnownFailure failure;
  private final transient TechnicalNote note;

  public BarrierException(String message) {
    this(TechnicalNote.plain(message), KnownFailure.BARRIER_FAILED, null);
  }

  public BarrierException(String message, Throwable cause) {
    this(TechnicalNote.plain(message), KnownFailure.BARRIER_FAILED, cause);
  }

  private BarrierException(TechnicalNote note, KnownFailure failure, Throwable cause) {
    super(note.english(), cause);
    this.failure = failure;
    this.note = note;
  }

  /** With a line that screens say in their language. */
  static BarrierException of(BarrierNote kind, Object... values) {
    return because(null, kind, values);
  }

  /** The same, of another failure. */
  static BarrierException because(Throwable cause, BarrierNote kind, Object... values) {
    TechnicalNote note = TechnicalNote.of(kind, kind.english(values), values);
    return new BarrierException(note, KnownFailure.BARRIER_FAILED, cause);
  }

  /** It works, but must not be lowered now. */
  public static BarrierException held(String message) {
    return new BarrierException(TechnicalNote.plain(message), KnownFailure.BARRIER_HELD, null);
  }

  static BarrierException held(BarrierNote kind) {
    TechnicalNote note = TechnicalNote.of(kind, kind.english());
    return new BarrierException(note, KnownFailure.BARRIER_HELD, null);
  }

  /** The message, for a screen. */
  public TechnicalNote note() {
    return note;
  }

  @Override
  public KnownFailure failure() {
    return failure;
  }
}
