package io.gatehouse.barrier;

import io.gatehouse.common.Diagnosed;
import io.gatehouse.common.KnownFailure;

/**
 * The barrier did not take the command. The message is one clear line: what is wrong and what to
 * do.
 */
public final class BarrierException extends Exception implements Diagnosed {

  private static final long serialVersionUID = 1L;

  private final KnownFailure failure;

  public BarrierException(String message) {
    this(message, KnownFailure.BARRIER_FAILED);
  }

  public BarrierException(String message, Throwable cause) {
    super(message, cause);
    this.failure = KnownFailure.BARRIER_FAILED;
  }

  private BarrierException(String message, KnownFailure failure) {
    super(message);
    this.failure = failure;
  }

  /** It works, but must not be lowered now. */
  public static BarrierException held(String message) {
    return new BarrierException(message, KnownFailure.BARRIER_HELD);
  }

  @Override
  public KnownFailure failure() {
    return failure;
  }
}
