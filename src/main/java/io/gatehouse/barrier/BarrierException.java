package io.gatehouse.barrier;

import io.gatehouse.common.Diagnosed;
import io.gatehouse.common.KnownFailure;

/**
 * The barrier did not take the command. The message is one clear line: what is wrong and what to
 * do.
 */
public final class BarrierException extends Exception implements Diagnosed {

  private static final long serialVersionUID = 1L;

  public BarrierException(String message) {
    super(message);
  }

  public BarrierException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public KnownFailure failure() {
    return KnownFailure.BARRIER_FAILED;
  }
}
