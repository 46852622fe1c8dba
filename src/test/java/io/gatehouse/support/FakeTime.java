package io.gatehouse.support;

import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is told to move. Any thread. */
public final class FakeTime implements TimeSource {

  private Instant now;
  private long nanos;

  public FakeTime(Instant start) {
    now = start;
  }

  /** Starts at 2026-03-02T01:00:00Z, eight in the morning in Vietnam. */
  public FakeTime() {
    this(Instant.parse("2026-03-02T01:00:00Z"));
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  /** Time passes: both clocks move. */
  public synchronized void advance(Duration by) {
    now = now.plus(by);
    nanos += by.toNanos();
  }

  /** Somebody sets the wall clock; the monotonic one goes on undisturbed. */
  public synchronized void setWallClock(Instant to) {
    now = to;
  }
}
