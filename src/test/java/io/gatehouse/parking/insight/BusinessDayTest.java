package io.gatehouse.parking.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessDayTest {

  private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

  private static QuarterFigures quarter(
      String at, long entries, long exits, long ended, long paid) {
    return new QuarterFigures(
        Instant.parse(at).getEpochSecond() / QuarterFigures.SECONDS, entries, exits, ended, paid);
  }

  @Test
  void quartersFallIntoTheHourThatTheClockOfTheSiteShows() {
    BusinessDay day =
        BusinessDay.of(
            DAY,
            SAIGON,
            3,
            List.of(
                quarter("2026-03-01T17:00:00Z", 2, 0, 0, 0), // midnight
                quarter("2026-03-02T00:45:00Z", 5, 1, 1, 4_000), // 7:45
                quarter("2026-03-02T16:45:00Z", 0, 4, 6, 90_000)), // 23:45
            LATER);

    assertThat(day.hours().get(0)).isEqualTo(new HourFigures(2, 0, 0, 5));
    assertThat(day.hours().get(6)).isEqualTo(new HourFigures(0, 0, 0, 5));
    assertThat(day.hours().get(7)).isEqualTo(new HourFigures(5, 1, 4_000, 9));
    assertThat(day.hours().get(23)).isEqualTo(new HourFigures(0, 4, 90_000, 9));
    assertThat(day.insideAtEnd()).isEqualTo(3);
    assertThat(day.totals()).isEqualTo(new Totals(7, 5, 94_000));
    assertThat(day.mostInside()).isEqualTo(9);
  }

  @Test
  void aZoneOffTheFullHourHasItsMidnightToo() {
    BusinessDay day =
        BusinessDay.of(
            DAY, KATHMANDU, 0, List.of(quarter("2026-03-01T18:15:00Z", 1, 0, 0, 0)), LATER);

    assertThat(day.hours().get(0).entries()).isEqualTo(1);
  }

  @Test
  void theHourThatTheChangeOfTheClockDoublesHasBoth() {
    BusinessDay day =
        BusinessDay.of(
            LocalDate.of(2026, 10, 25),
            BERLIN,
            0,
            List.of(
                quarter("2026-10-25T00:30:00Z", 1, 0, 0, 0),
                quarter("2026-10-25T01:30:00Z", 1, 0, 0, 0)),
            LATER);

    assertThat(day.hours().get(2).entries()).isEqualTo(2);
    assertThat(day.totals().entries()).isEqualTo(2);
  }

  @Test
  void ofTheHoursToComeNothingIsSaid() {
    BusinessDay day =
        BusinessDay.of(DAY, SAIGON, 40, List.of(), Instant.parse("2026-03-02T01:05:00Z"));

    assertThat(day.hours().get(8).inside()).isEqualTo(40);
    assertThat(day.hours().get(9).inside()).isZero();
    assertThat(day.insideAtEnd()).isEqualTo(40);
  }

  @Test
  void aClockThatWasWrongMakesNobodyNegative() {
    BusinessDay day =
        BusinessDay.of(DAY, SAIGON, 1, List.of(quarter("2026-03-02T01:00:00Z", 0, 5, 5, 0)), LATER);

    assertThat(day.hours()).allSatisfy(hour -> assertThat(hour.inside()).isNotNegative());
    assertThat(day.insideAtEnd()).isZero();
  }
}
