package io.gatehouse.common;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * Back-off with full jitter: anything from nothing to {@code base} doubled with each failure, up to
 * a limit. So many that lost the same server do not all come back at the same moment.
 *
 * @param base the longest wait after the first failure
 * @param longest no wait is longer
 * @param random a number from 0 to below its argument, which is 1 or more
 */
public record FullJitter(Duration base, Duration longest, LongUnaryOperator random) {

  public FullJitter {
    if (base.toMillis() < 1 || longest.compareTo(base) < 0) {
      throw new IllegalArgumentException(
          "back-off from %s to %s: the first must be a millisecond or more, the second no shorter"
              .formatted(base, longest));
    }
  }

  /** How long to wait after so many failures in a row, 1 or more. */
  public Duration after(int failures) {
    if (failures < 1) {
      throw new IllegalArgumentException("a back-off after %d failures".formatted(failures));
    }
    return Duration.ofMillis(random.applyAsLong(mostMillis(failures) + 1));
  }

  /** Doubling beyond the limit would overflow sooner or later. */
  private long mostMillis(int failures) {
    long most = base.toMillis();
    for (int i = 1; i < failures && most < longest.toMillis(); i++) {
      most = Math.min(most * 2, longest.toMillis());
    }
    return most;
  }
}
