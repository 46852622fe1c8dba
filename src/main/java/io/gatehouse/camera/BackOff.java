package io.gatehouse.camera;

import java.time.Duration;
import java.util.List;

/** Waits that grow from one failure to the next, up to a limit. */
final class BackOff {

  private final List<Duration> steps;
  private final Duration longest;
  private int failures;
  private Duration doubled;

  /** Pauses that double. */
  BackOff(Duration first, Duration longest) {
    this.steps = List.of(first);
    this.longest = longest;
    this.doubled = first;
  }

  /**
   * Pauses of a list, whose last one stays.
   *
   * @param steps at least one
   */
  BackOff(List<Duration> steps) {
    this.steps = List.copyOf(steps);
    this.longest = steps.getLast();
    this.doubled = longest;
  }

  /** How long to wait now. */
  Duration next() {
    if (failures < steps.size()) {
      return steps.get(failures++);
    }
    Duration more = doubled.multipliedBy(2);
    doubled = more.compareTo(longest) > 0 ? longest : more;
    return doubled;
  }

  Duration longest() {
    return longest;
  }

  /** All is well again: the next wait is the first one. */
  void reset() {
    failures = 0;
    doubled = steps.getLast();
  }
}
