package io.gatehouse.parking.insight;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A day, a week or a month of a site's calendar.
 *
 * @param length how long
 * @param first its first day; a week begins on Monday
 */
public record Span(Length length, LocalDate first) {

  /** How long a span is. */
  public enum Length {
    DAY,
    WEEK,
    MONTH
  }

  /** The span of this length that a day lies in. */
  public static Span of(Length length, LocalDate day) {
    return new Span(
        length,
        switch (length) {
          case DAY -> day;
          case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> day.withDayOfMonth(1);
        });
  }

  /** The first day that is no longer in it. */
  public LocalDate end() {
    return step(1).first();
  }

  public LocalDate last() {
    return end().minusDays(1);
  }

  public List<LocalDate> days() {
    return first.datesUntil(end()).toList();
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && day.isBefore(end());
  }

  /** So many spans later, or earlier. */
  public Span step(int by) {
    return new Span(
        length,
        switch (length) {
          case DAY -> first.plusDays(by);
          case WEEK -> first.plusWeeks(by);
          case MONTH -> first.plusMonths(by);
        });
  }

  /** What an owner compares with: the same weekday a week ago, the week or the month before. */
  public Span comparable() {
    return length == Length.DAY ? new Span(length, first.minusWeeks(1)) : step(-1);
  }

  public Instant start(ZoneId zone) {
    return first.atStartOfDay(zone).toInstant();
  }

  /**
   * Up to when the comparable span may be counted, so that a part is compared with the like part of
   * it: a day until eleven with the other day until eleven.
   *
   * @param now if it lies in this span, the like moment of the other; otherwise that one's end
   */
  public Instant comparableUntil(Instant now, ZoneId zone) {
    Span other = comparable();
    Instant end = other.end().atStartOfDay(zone).toInstant();
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (!contains(today)) {
      return end;
    }
    LocalDate like =
        switch (length) {
          case DAY, WEEK -> today.minusWeeks(1);
          case MONTH -> today.minusMonths(1);
        };
    Instant moment = like.atTime(now.atZone(zone).toLocalTime()).atZone(zone).toInstant();
    return moment.isBefore(end) ? moment : end;
  }
}
