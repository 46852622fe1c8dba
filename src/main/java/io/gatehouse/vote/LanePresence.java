package io.gatehouse.vote;

import io.gatehouse.detect.VehiclePresence;

/**
 * Whether something is in the lane, over time: smoothed, so that one odd frame changes nothing, and
 * with a running count of how long things moved. Times are monotonic nanoseconds.
 */
final class LanePresence {

  private static final long EMPTY_AFTER = 1_000_000_000L;
  // The first frames after the start move by definition: there was none before them.
  private static final long SETTLING = 1_000_000_000L;

  private final long arrivalNanos;
  private long started = Long.MIN_VALUE;
  private long now;
  private long lastPresent = Long.MIN_VALUE;
  private long lastMoved = Long.MIN_VALUE;
  private long moved;
  private boolean present;
  private boolean came;
  private long stillSince;

  LanePresence(long arrivalNanos) {
    this.arrivalNanos = arrivalNanos;
  }

  void observe(VehiclePresence seen, long nanos) {
    boolean first = started == Long.MIN_VALUE;
    long step = first ? 0 : Math.max(0, nanos - now);
    now = nanos;
    if (first) {
      started = nanos;
      stillSince = nanos;
    }
    if (seen.present()) {
      lastPresent = nanos;
    }
    present = lastPresent != Long.MIN_VALUE && nanos - lastPresent < EMPTY_AFTER;
    if (!seen.still()) {
      stillSince = nanos;
      moved += step;
      if (nanos - started >= SETTLING) {
        lastMoved = nanos;
      }
    }
    came = present && (came || movedLately());
  }

  /** Another scene, of which nobody saw how it came about: what is in it came. */
  void beginScene(long nanos) {
    started = nanos - SETTLING;
    now = nanos;
    lastMoved = nanos;
    stillSince = nanos;
  }

  /** Something fills the lane, or did a moment ago. */
  boolean present() {
    return present;
  }

  /**
   * Whether what fills the lane was seen to come. At the start it was not: it may be the lane
   * itself, which the vehicle detector still has to learn.
   */
  boolean came() {
    return came;
  }

  /** How long nothing has moved. */
  long stillNanos() {
    return now - stillSince;
  }

  /** Something came or went a moment ago. */
  boolean movedLately() {
    return lastMoved != Long.MIN_VALUE && now - lastMoved <= arrivalNanos;
  }

  /** How long things have moved since the start, summed; differences tell of times between. */
  long movedNanos() {
    return moved;
  }
}
