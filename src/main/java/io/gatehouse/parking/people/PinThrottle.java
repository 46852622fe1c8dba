package io.gatehouse.parking.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long somebody must wait after wrong PINs: not after the first two, then half a minute,
 * doubling to a quarter of an hour. Ten thousand PINs of four digits take 100 days.
 *
 * @param wrong PINs since the last right one
 * @param last when the last of them was typed; empty for none
 */
public record PinThrottle(int wrong, Optional<Instant> last) {

  public static final PinThrottle NONE = new PinThrottle(0, Optional.empty());

  private static final int FREE = 2;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** One more wrong PIN. */
  public PinThrottle wrongAt(Instant now) {
    return new PinThrottle(wrong + 1, Optional.of(now));
  }

  /**
   * The same after the clock was set back: the wait begins anew instead of lasting until the clock
   * has caught up.
   */
  public PinThrottle seenAt(Instant now) {
    return last.filter(now::isBefore).isPresent() ? new PinThrottle(wrong, Optional.of(now)) : this;
  }

  /** How long no PIN is looked at; zero when one is. */
  public Duration remaining(Instant now) {
    if (last.isEmpty()) {
      return Duration.ZERO;
    }
    Duration left = wait(wrong).minus(Duration.between(last.get(), now));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** The whole wait after so many wrong PINs. */
  static Duration wait(int wrong) {
    if (wrong <= FREE) {
      return Duration.ZERO;
    }
    int doublings = Math.min(wrong - FREE - 1, 10);
    Duration wait = FIRST.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
