package io.gatehouse.central.intake;

import io.gatehouse.central.intake.Fact.Charge;
import java.time.Instant;

/**
 * How a stay ended.
 *
 * @param rank who tells it
 */
record End(Rank rank, Side side, String ending, Charge charge) {

  /** Who tells of an end; one with a higher number counts more. */
  enum Rank {
    NOBODY(0),
    /** The same plate came in again, at a gate that knows no stays. */
    NEXT_ENTRY(1),
    /** The stay's gate, without an exit. */
    GATE_WITHOUT_EXIT(2),
    /** An exit whose gate knows no entry. */
    LONE_EXIT(3),
    /** The stay's gate, by an exit. */
    OWN_EXIT(4);

    private final int number;

    Rank(int number) {
      this.number = number;
    }

    /** As the column {@code end_rank} has it. */
    int number() {
      return number;
    }

    static Rank of(int number) {
      for (Rank rank : values()) {
        if (rank.number == number) {
          return rank;
        }
      }
      throw new IllegalArgumentException("no end has rank " + number);
    }
  }

  static End supersededAt(Instant at) {
    return new End(Rank.NEXT_ENTRY, Side.hinted(null, at), "SUPERSEDED", Charge.NONE);
  }
}
