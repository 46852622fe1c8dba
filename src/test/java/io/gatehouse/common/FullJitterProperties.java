package io.gatehouse.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FullJitterProperties {

  @Property
  void aWaitIsNeverNegativeAndNeverLongerThanTheLimit(
      @ForAll @LongRange(min = 1, max = 100_000) long base,
      @ForAll @LongRange(max = 10_000_000) long more,
      @ForAll @IntRange(min = 1) int failures,
      @ForAll long seed) {
    Duration longest = Duration.ofMillis(base + more);
    FullJitter jitter =
        new FullJitter(Duration.ofMillis(base), longest, new Random(seed)::nextLong);

    assertThat(jitter.after(failures)).isBetween(Duration.ZERO, longest);
  }

  /** With the greatest number that the dice can show. */
  @Property
  void theLongestWaitDoublesUpToTheLimitAndStays(
      @ForAll @LongRange(min = 1, max = 100_000) long base,
      @ForAll @IntRange(min = 1, max = 20) int failures) {
    Duration longest = Duration.ofMillis(base * 1000);
    FullJitter jitter = new FullJitter(Duration.ofMillis(base), longest, bound -> bound - 1);

    assertThat(jitter.after(failures).toMillis())
        .isEqualTo(Math.min(base << (failures - 1), longest.toMillis()));
    assertThat(jitter.after(failures + 1)).isGreaterThanOrEqualTo(jitter.after(failures));
  }

  @Property
  void everyWaitUpToTheLongestIsPossible(
      @ForAll @IntRange(min = 1, max = 12) int failures, @ForAll @LongRange(max = 999) long share) {
    FullJitter jitter =
        new FullJitter(
            Duration.ofMillis(100), Duration.ofMinutes(10), bound -> share * (bound - 1) / 999);

    long most = 100L << (failures - 1);
    assertThat(jitter.after(failures).toMillis()).isEqualTo(share * most / 999);
  }

  @Example
  void failuresAreCountedFromOne() {
    FullJitter jitter =
        new FullJitter(Duration.ofMillis(100), Duration.ofSeconds(1), bound -> bound - 1);

    assertThatThrownBy(() -> jitter.after(0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(jitter.after(1)).isEqualTo(Duration.ofMillis(100));
  }
}
