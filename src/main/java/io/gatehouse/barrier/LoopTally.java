package io.gatehouse.barrier;

import io.gatehouse.barrier.BarrierStatus.Loop;
import io.gatehouse.barrier.BarrierStatus.Tally;
import java.time.Duration;

/**
 * Counts the vehicles that a loop sees against the openings that let them through. It is in doubt
 * for the vehicle: a contact that bounces, the gap under a lorry's bed and an outage of the loop
 * make no second one, and one that comes long after the boom should be down is none of an opening.
 * Times are monotonic nanoseconds.
 */
final class LoopTally {

  /**
   * Shorter, and it was no vehicle: at 40 km/h a motorbike is on a loop of one metre for longer.
   */
  private static final long BOUNCE = Duration.ofMillis(150).toNanos();

  /** A loop that was free for less has lost the same vehicle for a moment. */
  private static final long SAME_VEHICLE = Duration.ofMillis(500).toNanos();

  private final long follows;
  private final long patience;
  private Tally tally = Tally.NONE;
  private long openedAt;
  private long occupiedAt;
  private long freeAt;
  private boolean counts;

  /**
   * @param follows who drives onto the loop so soon after the last vehicle came through its opening
   * @param patience an opening is used within this time, or not at all
   */
  LoopTally(Duration follows, Duration patience) {
    this.follows = follows.toNanos();
    this.patience = patience.toNanos();
  }

  void opened(Loop loop, long now) {
    boolean used = tally.vehicles() >= tally.openings() || now - openedAt > patience;
    tally =
        used && loop != Loop.OCCUPIED
            ? new Tally(1, 0)
            : new Tally(tally.openings() + 1, tally.vehicles());
    openedAt = now;
    if (loop == Loop.OCCUPIED) {
      counts = true; // it stands under the boom already
    }
  }

  void loop(Loop before, Loop says, long now) {
    if (says == Loop.UNKNOWN) {
      tally = Tally.NONE; // nobody knows who passes meanwhile
      counts = false;
    } else if (says == Loop.OCCUPIED && before != Loop.OCCUPIED) {
      occupiedAt = now;
      counts = isAnother(now);
    } else if (says == Loop.FREE && before == Loop.OCCUPIED && now - occupiedAt >= BOUNCE) {
      freeAt = now;
      if (counts) {
        tally = new Tally(tally.openings(), tally.vehicles() + 1);
      }
    }
  }

  private boolean isAnother(long now) {
    if (tally.openings() == 0) {
      return false;
    }
    if (tally.vehicles() < tally.openings() && now - openedAt <= patience) {
      return tally.vehicles() == 0 || now - freeAt >= SAME_VEHICLE;
    }
    return tally.vehicles() > 0 && now - freeAt >= SAME_VEHICLE && now - freeAt <= follows;
  }

  Tally tally() {
    return tally;
  }
}
