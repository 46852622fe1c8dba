package io.gatehouse.camera;

import java.time.Duration;

/** Waits that double from one failure to the next, up to a limit. */
final class BackOff {

  private final Duration first;
  private final Duration longest;
  private Duration next;

  BackOff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** How long to wait now; the one after is twice as long. */
  Duration next() {
    Duration now = next;
    Duration doubled = now.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    return now;
  }

  /** All is well again: the next wait is the first one. */
  void reset() {
    next = first;
  }
}
