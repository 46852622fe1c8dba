package io.gatehouse.barrier;

import io.gatehouse.barrier.BarrierStatus.Loop;
import io.gatehouse.barrier.BarrierStatus.Tally;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * When a boom that is lowered by command may come down. A boom is lowered by itself only where a
 * loop says that nobody is under it: a vehicle that is there, or a loop that gives no answer, holds
 * it for as long as that lasts. Times are monotonic nanoseconds.
 */
final class BoomCycle {

  /** A boom on its way down takes about so long; who drives under it then raises it again. */
  private static final Duration FALLS = Duration.ofSeconds(6);

  private final LoopTally tally;
  private final long clearance;
  private final long patience;
  private Loop loop;
  private boolean open;
  private boolean drivenUnder;
  private long freeSince;
  private long openSince;
  private OptionalLong loweredAt = OptionalLong.empty();

  /**
   * @param loop {@link Loop#NONE} where there is none, else {@link Loop#UNKNOWN} until it has
   *     spoken
   */
  BoomCycle(Loop loop, Duration clearance, Duration patience) {
    this.loop = loop;
    this.clearance = clearance.toNanos();
    this.patience = patience.toNanos();
    this.tally = new LoopTally(clearance.plus(FALLS), patience.plus(FALLS));
  }

  void opened(long now) {
    tally.opened(loop, now);
    raised(now);
  }

  /** Up again for who drove under it: that lets nobody else through. */
  void raised(long now) {
    open = true;
    openSince = now;
    freeSince = now;
    drivenUnder = loop == Loop.OCCUPIED;
    loweredAt = OptionalLong.empty();
  }

  void lowered(long now) {
    open = false;
    drivenUnder = false;
    loweredAt = OptionalLong.of(now);
  }

  /**
   * The loop has spoken.
   *
   * @return whether the boom, on its way down, must be raised again at once
   */
  boolean loop(Loop says, long now) {
    Loop before = loop;
    loop = says;
    tally.loop(before, says, now);
    if (says == Loop.OCCUPIED && before != Loop.OCCUPIED) {
      drivenUnder = true;
      return loweredAt.isPresent() && now - loweredAt.getAsLong() < FALLS.toNanos();
    }
    if (says == Loop.FREE && before != Loop.FREE) {
      freeSince = now;
    }
    return false;
  }

  /** When it is to be lowered as things are; empty for not yet, or never. */
  OptionalLong lowersAt() {
    if (!open || loop != Loop.FREE) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        drivenUnder ? freeSince + clearance : Math.max(openSince, freeSince) + patience);
  }

  /** Whether nothing is known to stand in its way; without a loop whoever commands it must look. */
  boolean mayLower() {
    return loop == Loop.FREE || loop == Loop.NONE;
  }

  Loop loop() {
    return loop;
  }

  Tally tally() {
    return tally.tally();
  }
}
