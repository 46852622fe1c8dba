package io.gatehouse.parking.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A day of a site, from midnight to midnight as its clocks show it.
 *
 * @param day which
 * @param hours 24, by the hour that the clock showed; an hour that a change of the clock doubles
 *     has both in it
 * @param insideAtEnd vehicles inside at its end, or now for the present day
 */
public record BusinessDay(LocalDate day, List<HourFigures> hours, long insideAtEnd) {

  public static final int HOURS = 24;

  public BusinessDay {
    hours = List.copyOf(hours);
    if (hours.size() != HOURS) {
      throw new IllegalArgumentException("a day of %d hours".formatted(hours.size()));
    }
  }

  /** A day of which nothing is known, or which has not come yet. */
  public static BusinessDay empty(LocalDate day) {
    return new BusinessDay(day, Collections.nCopies(HOURS, HourFigures.NONE), 0);
  }

  /**
   * Puts a day together.
   *
   * @param insideAtStart vehicles inside at its first midnight
   * @param quarters of this day, in any order; those without anything may be missing
   * @param until up to when there are figures: the day's end, or now
   */
  public static BusinessDay of(
      LocalDate day,
      ZoneId zone,
      long insideAtStart,
      List<QuarterFigures> quarters,
      Instant until) {
    Map<Long, QuarterFigures> byNumber = new HashMap<>();
    quarters.forEach(q -> byNumber.put(q.number(), q));
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    long last = Math.ceilDiv(earlier(end, until).getEpochSecond(), QuarterFigures.SECONDS);
    long first =
        Math.floorDiv(day.atStartOfDay(zone).toInstant().getEpochSecond(), QuarterFigures.SECONDS);
    List<HourFigures> hours = new ArrayList<>(Collections.nCopies(HOURS, HourFigures.NONE));
    // a site where a clock was wrong may have seen more go than come
    long inside = Math.max(0, insideAtStart);
    for (long number = first; number < last; number++) {
      int hour = Instant.ofEpochSecond(number * QuarterFigures.SECONDS).atZone(zone).getHour();
      QuarterFigures quarter =
          byNumber.getOrDefault(number, new QuarterFigures(number, 0, 0, 0, 0));
      long before = inside;
      inside = Math.max(0, inside + quarter.entries() - quarter.ended());
      hours.set(hour, add(hours.get(hour), quarter, Math.max(before, inside)));
    }
    return new BusinessDay(day, hours, inside);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static HourFigures add(HourFigures hour, QuarterFigures quarter, long inside) {
    return new HourFigures(
        hour.entries() + quarter.entries(),
        hour.exits() + quarter.exits(),
        Math.addExact(hour.paidDong(), quarter.paidDong()),
        Math.max(hour.inside(), inside));
  }

  public Totals totals() {
    return hours.stream()
        .map(h -> new Totals(h.entries(), h.exits(), h.paidDong()))
        .reduce(Totals.NONE, Totals::plus);
  }

  /** Most vehicles inside at once. */
  public long mostInside() {
    return hours.stream().mapToLong(HourFigures::inside).max().orElse(0);
  }
}
