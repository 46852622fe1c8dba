package io.gatehouse.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.common.FullJitter;
import io.gatehouse.support.FakeTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final FakeTime time = new FakeTime();
  private final Pace pace =
      new Pace(
          new FullJitter(Duration.ofMillis(500), Duration.ofSeconds(30), bound -> bound - 1),
          time,
          32);

  @Test
  void afterAFailureOneTriesTheWayForAll() {
    assertThat(pace.rest()).isZero();
    assertThat(pace.atOnce()).isEqualTo(32);

    pace.failed(Optional.empty());
    assertThat(pace.rest()).isEqualTo(Duration.ofMillis(500));
    assertThat(pace.atOnce()).isEqualTo(1);

    time.advance(Duration.ofMillis(500));
    assertThat(pace.rest()).isZero();
    pace.answered();
    assertThat(pace.atOnce()).isEqualTo(32);
  }

  @Test
  void failuresSideBySideAreOne() {
    for (int i = 0; i < 10; i++) {
      pace.failed(Optional.empty());
    }
    assertThat(pace.rest()).isEqualTo(Duration.ofMillis(500));

    time.advance(Duration.ofMillis(501));
    pace.failed(Optional.empty());
    assertThat(pace.rest()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void threeDaysOfFailuresEndInTheLongestPause() {
    for (int i = 0; i < 10_000; i++) {
      pace.failed(Optional.empty());
      time.advance(pace.rest());
    }
    pace.failed(Optional.empty());
    assertThat(pace.rest()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void whatTheCentralAsksForCountsAlsoInsideAPause() {
    pace.failed(Optional.empty());
    pace.failed(Optional.of(Duration.ofMinutes(2)));
    pace.answered();
    assertThat(pace.rest()).isEqualTo(Duration.ofMinutes(2));

    pace.now();
    assertThat(pace.rest()).isZero();
  }

  @Test
  void aDeniedGateRestsUntilItIsAllowed() {
    pace.denied();
    time.advance(Duration.ofHours(20));
    assertThat(pace.rest()).isPositive();
    assertThat(pace.isDenied()).isTrue();

    pace.allowed();
    assertThat(pace.rest()).isZero();
  }

  @Test
  void aWallClockThatIsSetChangesNothing() {
    pace.failed(Optional.empty());
    time.setWallClock(time.now().minus(Duration.ofDays(400)));
    assertThat(pace.rest()).isEqualTo(Duration.ofMillis(500));
  }
}
