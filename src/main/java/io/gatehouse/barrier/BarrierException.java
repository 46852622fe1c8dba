package io.gatehouse.barrier;

/**
 * The barrier did not take the command. The message is one clear line: what is wrong and what to
 * do.
 */
public final class BarrierException extends Exception {

  private static final long serialVersionUID = 1L;

  public BarrierException(String message) {
    super(message);
  }

  public BarrierException(String message, Throwable cause) {
    super(message, cause);
  }
}
