package io.gatehouse.barrier;

import java.util.Optional;

/**
 * How a barrier is doing, at one moment.
 *
 * @param closes whether it can be lowered by command
 * @param loop what the loop or photo cell under the boom says
 * @param passed vehicles that have passed the loop after an opening, since the start
 * @param fault what is wrong, one line for the technician; empty when all is well
 */
public record BarrierStatus(boolean closes, Loop loop, long passed, Optional<String> fault) {

  /** What is under the boom. */
  public enum Loop {
    /** There is no loop. */
    NONE,
    FREE,
    OCCUPIED,
    /** The loop gives no answer: nobody may rely on it. */
    UNKNOWN
  }

  /** A barrier that falls by itself and tells nothing. */
  public static final BarrierStatus PLAIN =
      new BarrierStatus(false, Loop.NONE, 0, Optional.empty());
}
