package io.gatehouse.camera.rpicam;

import java.time.Duration;

/** One restart in so much time. Safe for use by several threads. */
final class RestartAllowance {

  private final Duration between;
  private boolean taken;
  private long lastNanos;

  RestartAllowance(Duration between) {
    this.between = between;
  }

  /** Takes the restart that is allowed now; false when there is none. */
  synchronized boolean take(long nowNanos) {
    if (taken && nowNanos - lastNanos < between.toNanos()) {
      return false;
    }
    taken = true;
    lastNanos = nowNanos;
    return true;
  }
}
