package io.gatehouse.snapshot.recognizer;

import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.common.Stop;
import io.gatehouse.snapshot.common.StoppedException;
import java.time.Duration;

/**
 * When the next request may be made, whichever thread makes it: no sooner than a gap after the last
 * one, and not before a time that the server asked for has passed. Any thread.
 */
public final class RequestPace {

  private final long gap;
  private final TimeSource time;
  private final Stop stop;
  private long next;

  /**
   * Lets the first request be made at once.
   *
   * @param gap shortest time between two
   */
  public RequestPace(Duration gap, TimeSource time, Stop stop) {
    this.gap = gap.toNanos();
    this.time = time;
    this.stop = stop;
    this.next = time.nanos();
  }

  /** Waits until it is this thread's turn. */
  public void turn() throws StoppedException {
    for (Duration wait = toWait(); !wait.isZero(); wait = toWait()) {
      stop.pause(wait);
    }
    if (stop.isAsked()) {
      throw new StoppedException();
    }
  }

  /** Zero: the turn is taken. */
  private synchronized Duration toWait() {
    long now = time.nanos();
    if (next - now > 0) {
      return Duration.ofNanos(next - now);
    }
    next = now + gap;
    return Duration.ZERO;
  }

  /** Nobody asks for so long. */
  public synchronized void hold(Duration wait) {
    long then = time.nanos() + wait.toNanos();
    next = then - next > 0 ? then : next;
  }
}
