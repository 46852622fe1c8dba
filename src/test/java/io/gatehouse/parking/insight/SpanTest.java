package io.gatehouse.parking.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.insight.Span.Length;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SpanTest {

  private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);

  @Test
  void aWeekBeginsOnMondayAndAMonthOnItsFirst() {
    assertThat(Span.of(Length.DAY, WEDNESDAY).days()).containsExactly(WEDNESDAY);
    assertThat(Span.of(Length.WEEK, WEDNESDAY).first()).isEqualTo("2026-03-02");
    assertThat(Span.of(Length.WEEK, WEDNESDAY).last()).isEqualTo("2026-03-08");
    assertThat(Span.of(Length.MONTH, WEDNESDAY).days()).hasSize(31);
    assertThat(Span.of(Length.MONTH, WEDNESDAY).step(-1).days()).hasSize(28);
  }

  @Test
  void aDayIsComparedWithTheSameWeekdayAWeekAgo() {
    assertThat(Span.of(Length.DAY, WEDNESDAY).comparable().first()).isEqualTo("2026-02-25");
    assertThat(Span.of(Length.MONTH, WEDNESDAY).comparable().first()).isEqualTo("2026-02-01");
  }

  @Test
  void theDayThatGoesOnIsComparedUpToTheSameTime() {
    Instant now = Instant.parse("2026-03-04T04:30:00Z"); // half past eleven

    assertThat(Span.of(Length.DAY, WEDNESDAY).comparableUntil(now, SAIGON))
        .isEqualTo("2026-02-25T04:30:00Z");
    assertThat(Span.of(Length.WEEK, WEDNESDAY).comparableUntil(now, SAIGON))
        .isEqualTo("2026-02-25T04:30:00Z");
    assertThat(Span.of(Length.MONTH, WEDNESDAY).comparableUntil(now, SAIGON))
        .isEqualTo("2026-02-04T04:30:00Z");
  }

  @Test
  void aSpanThatIsOverIsComparedWithTheWholeOther() {
    Instant now = Instant.parse("2026-03-04T04:30:00Z");

    assertThat(Span.of(Length.DAY, WEDNESDAY.minusDays(1)).comparableUntil(now, SAIGON))
        .isEqualTo("2026-02-24T17:00:00Z");
  }

  @Test
  void theEndOfALongMonthIsComparedWithTheWholeOfAShortOne() {
    Instant now = Instant.parse("2026-03-31T10:00:00Z");

    assertThat(Span.of(Length.MONTH, LocalDate.of(2026, 3, 31)).comparableUntil(now, SAIGON))
        .isEqualTo("2026-02-28T10:00:00Z");
  }
}
