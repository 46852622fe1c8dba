package io.gatehouse.ui.insight;

import io.gatehouse.parking.insight.BusinessDay;
import io.gatehouse.parking.insight.Span.Length;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes the bars of a business: hours of a day, days of a week or a month. */
final class BusinessBars {

  private final ZonedDateTime now;
  private final Locale locale;

  /**
   * @param now by the clock of the site
   */
  BusinessBars(ZonedDateTime now, Locale locale) {
    this.now = now;
    this.locale = locale;
  }

  List<Bar> bars(Business business, Series series) {
    return business.span().length() == Length.DAY
        ? hours(business, series)
        : days(business, series);
  }

  private List<Bar> hours(Business business, Series series) {
    BusinessDay day = business.days().getFirst();
    BusinessDay before = business.before().getFirst();
    boolean today = day.day().equals(now.toLocalDate());
    List<Bar> bars = new ArrayList<>();
    for (int hour = 0; hour < BusinessDay.HOURS; hour++) {
      bars.add(
          new Bar(
              Integer.toString(hour),
              hourly(series, day, hour),
              OptionalDouble.of(hourly(series, before, hour)),
              Optional.empty(),
              today && hour == now.getHour()));
    }
    return bars;
  }

  private List<Bar> days(Business business, Series series) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < business.days().size(); i++) {
      BusinessDay day = business.days().get(i);
      boolean toCome = day.day().isAfter(now.toLocalDate());
      bars.add(
          new Bar(
              label(business, day.day()),
              value(series, day),
              i < business.before().size()
                  ? OptionalDouble.of(value(series, business.before().get(i)))
                  : OptionalDouble.empty(),
              toCome ? Optional.empty() : Optional.of(day.day()),
              day.day().equals(now.toLocalDate())));
    }
    return bars;
  }

  private static double hourly(Series series, BusinessDay day, int hour) {
    return (double) series.of(day.hours().get(hour));
  }

  private static double value(Series series, BusinessDay day) {
    return (double) series.of(day.totals(), day.mostInside());
  }

  private String label(Business business, LocalDate day) {
    return business.span().length() == Length.WEEK
        ? day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale) + " " + day.getDayOfMonth()
        : Integer.toString(day.getDayOfMonth());
  }
}
