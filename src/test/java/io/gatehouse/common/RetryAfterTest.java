package io.gatehouse.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-21T03:30:00Z");

  @Test
  void secondsAreUnderstood() {
    assertThat(RetryAfter.parse("120", NOW)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse(" 0 ", NOW)).contains(Duration.ZERO);
  }

  @Test
  void aDateIsUnderstood() {
    assertThat(RetryAfter.parse("Sat, 21 Nov 2026 03:31:30 GMT", NOW))
        .contains(Duration.ofSeconds(90));
  }

  @Test
  void aDateThatIsOverMeansNow() {
    assertThat(RetryAfter.parse("Sat, 21 Nov 2026 03:29:00 GMT", NOW)).contains(Duration.ZERO);
  }

  @Test
  void nobodyIsLeftAloneForLongerThanAnHour() {
    assertThat(RetryAfter.parse("86400", NOW)).contains(RetryAfter.LONGEST);
    assertThat(RetryAfter.parse("99999999999999999999999", NOW)).contains(RetryAfter.LONGEST);
    assertThat(RetryAfter.parse("Sun, 21 Nov 2027 03:31:30 GMT", NOW)).contains(RetryAfter.LONGEST);
  }

  @Test
  void whatIsNoTimeSaysNothing() {
    assertThat(RetryAfter.parse(null, NOW)).isEmpty();
    assertThat(RetryAfter.parse("", NOW)).isEmpty();
    assertThat(RetryAfter.parse("soon", NOW)).isEmpty();
    assertThat(RetryAfter.parse("-5", NOW)).isEmpty();
    assertThat(RetryAfter.parse("1.5", NOW)).isEmpty();
  }
}
