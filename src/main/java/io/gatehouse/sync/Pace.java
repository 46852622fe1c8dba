package io.gatehouse.sync;

import io.gatehouse.common.FullJitter;
import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.util.Optional;

/**
 * When something may be sent, and how much at once: all that there is while the central answers,
 * one by one while it does not. Safe for use by several threads.
 */
final class Pace {

  /** Until somebody calls {@link #allowed}. */
  private static final Duration LONG = Duration.ofDays(1);

  private final FullJitter backOff;
  private final TimeSource time;
  private final int most;
  private int failures;
  private long until;
  private boolean denied;

  /**
   * @param most events under way at once
   */
  Pace(FullJitter backOff, TimeSource time, int most) {
    this.backOff = backOff;
    this.time = time;
    this.most = most;
    this.until = time.nanos();
  }

  /** How long nothing may be sent; zero when something may. */
  synchronized Duration rest() {
    if (denied) {
      return LONG;
    }
    long left = until - time.nanos();
    return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }

  /** After a failure one event tries the way for all. */
  synchronized int atOnce() {
    return failures == 0 ? most : 1;
  }

  /** The central answered. */
  synchronized void answered() {
    failures = 0;
  }

  /**
   * It did not, or asked for time. Several that failed side by side are one failure.
   *
   * @param retryAfter what it asked for
   */
  synchronized void failed(Optional<Duration> retryAfter) {
    boolean known = until - time.nanos() > 0;
    if (!known) {
      failures++;
    }
    if (!known || retryAfter.isPresent()) {
      Duration wait = retryAfter.orElseGet(() -> backOff.after(failures));
      long then = time.nanos() + wait.toNanos();
      until = then - until > 0 ? then : until;
    }
  }

  /** The central refuses this gate: nothing is sent until it is allowed again. */
  synchronized void denied() {
    denied = true;
  }

  synchronized boolean isDenied() {
    return denied;
  }

  /** The central knows this gate. */
  synchronized void allowed() {
    denied = false;
  }

  /** Somebody asks for it now. */
  synchronized void now() {
    denied = false;
    until = time.nanos();
  }
}
