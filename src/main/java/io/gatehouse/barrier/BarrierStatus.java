package io.gatehouse.barrier;

import java.util.Optional;

/**
 * How a barrier is doing, at one moment.
 *
 * @param closes whether it can be lowered by command
 * @param loop what the loop or photo cell under the boom says
 * @param tally what the loop has counted of the opening, or the openings in a row, of now
 * @param fault what is wrong, one line for the technician; empty when all is well
 */
public record BarrierStatus(boolean closes, Loop loop, Tally tally, Optional<String> fault) {

  /** What is under the boom. */
  public enum Loop {
    /** There is no loop. */
    NONE,
    FREE,
    OCCUPIED,
    /** The loop gives no answer: nobody may rely on it. */
    UNKNOWN
  }

  /**
   * Openings in a row and the vehicles that the loop has counted on them.
   *
   * @param openings 0 when there was none, or the loop was out of order since
   */
  public record Tally(int openings, int vehicles) {

    public static final Tally NONE = new Tally(0, 0);

    /** Whether somebody seems to have slipped through behind another. */
    public boolean isMore() {
      return vehicles > openings;
    }
  }

  /** A barrier that falls by itself and tells nothing. */
  public static final BarrierStatus PLAIN =
      new BarrierStatus(false, Loop.NONE, Tally.NONE, Optional.empty());
}
