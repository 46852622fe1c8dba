package io.gatehouse.parking.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PinThrottleProperties {

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  @Property
  void waitGrowsAndHasAnEnd(@ForAll @IntRange(max = 1000) int wrong) {
    assertThat(PinThrottle.wait(wrong + 1)).isGreaterThanOrEqualTo(PinThrottle.wait(wrong));
    assertThat(PinThrottle.wait(wrong)).isBetween(Duration.ZERO, Duration.ofMinutes(15));
  }

  @Property
  void nobodyWaitsLongerThanTheWaitWhateverTheClockDid(
      @ForAll @IntRange(max = 50) int wrong,
      @ForAll @LongRange(min = -90_000, max = 90_000) long s) {
    PinThrottle throttle = new PinThrottle(wrong, Optional.of(NOW));
    Instant then = NOW.plusSeconds(s);

    assertThat(throttle.seenAt(then).remaining(then))
        .isBetween(Duration.ZERO, PinThrottle.wait(wrong));
  }

  @Example
  void twoSlipsAreFreeThenItDoubles() {
    PinThrottle throttle = PinThrottle.NONE.wrongAt(NOW).wrongAt(NOW);
    assertThat(throttle.remaining(NOW)).isZero();

    throttle = throttle.wrongAt(NOW);
    assertThat(throttle.remaining(NOW)).isEqualTo(Duration.ofSeconds(30));
    assertThat(throttle.remaining(NOW.plusSeconds(29))).isEqualTo(Duration.ofSeconds(1));
    assertThat(throttle.remaining(NOW.plusSeconds(30))).isZero();
    assertThat(throttle.wrongAt(NOW).remaining(NOW)).isEqualTo(Duration.ofMinutes(1));
  }
}
