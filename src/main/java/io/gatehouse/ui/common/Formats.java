package io.gatehouse.ui.common;

import io.gatehouse.common.TimeSource;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;

/** Times and numbers as people say them, in the language chosen. */
public final class Formats {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M");
  private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d/M/yyyy");

  private final Texts texts;
  private final TimeSource time;
  private final ZoneId zone;

  public Formats(Texts texts, TimeSource time, ZoneId zone) {
    this.texts = texts;
    this.time = time;
    this.zone = zone;
  }

  /** The time of day: {@code 17:52}. */
  public String clock(Instant instant) {
    return CLOCK.format(instant.atZone(zone));
  }

  /** The time of day with seconds: {@code 17:52:09}. */
  public String clockWithSeconds(Instant instant) {
    return SECONDS.format(instant.atZone(zone));
  }

  /**
   * Day and time as one says them today: {@code 17:52}, {@code hôm qua 17:52}, {@code 3/11 17:52}.
   */
  public String moment(Instant instant) {
    String day = day(instant);
    return day.isEmpty() ? clock(instant) : day + " " + clock(instant);
  }

  /** From and to, without saying the day twice: {@code hôm qua 17:52 → 18:30}. */
  public String span(Instant from, Instant to) {
    boolean sameDay = LocalDate.ofInstant(from, zone).equals(LocalDate.ofInstant(to, zone));
    return moment(from) + " → " + (sameDay ? clock(to) : moment(to));
  }

  /** The same to the second. */
  public String momentWithSeconds(Instant instant) {
    String day = day(instant);
    return day.isEmpty() ? clockWithSeconds(instant) : day + " " + clockWithSeconds(instant);
  }

  /** How long, in the two greatest units that matter: {@code 2 giờ 29 phút}, {@code 12 giây}. */
  public String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return texts.get("format.seconds", seconds);
    }
    if (seconds < 3600) {
      return texts.get("format.minutes", seconds / 60);
    }
    if (seconds < 86_400) {
      return pair("format.hours", seconds / 3600, "format.minutes", seconds / 60 % 60);
    }
    return pair("format.days", seconds / 86_400, "format.hours", seconds / 3600 % 24);
  }

  /** A share of one, 0 to 1, rounded down so that 100 % means certain: {@code 81 %}. */
  public String percent(double share) {
    return texts.get("format.percent", (int) Math.floor(share * 100 + 1e-6));
  }

  /** With the language's grouping: {@code 1.204.388}. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(texts.locale()).format(number);
  }

  /** An amount as people say it: {@code 4.000 ₫}. */
  public String dong(long dong) {
    return texts.get("format.dong", number(dong));
  }

  /** A day as people say it: {@code 30/11/2026}. */
  public String day(LocalDate date) {
    return DAY_OF_YEAR.format(date);
  }

  /** Today where the kiosk stands. */
  public LocalDate today() {
    return LocalDate.ofInstant(time.now(), zone);
  }

  public ZoneId zone() {
    return zone;
  }

  private String day(Instant instant) {
    ZonedDateTime when = instant.atZone(zone);
    LocalDate today = today();
    long daysAgo = ChronoUnit.DAYS.between(when.toLocalDate(), today);
    if (daysAgo == 0) {
      return "";
    }
    if (daysAgo == 1) {
      return texts.get("format.yesterday");
    }
    if (daysAgo > 1 && daysAgo < 7) {
      return when.getDayOfWeek().getDisplayName(TextStyle.FULL, texts.locale());
    }
    return (when.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(when);
  }

  private String pair(String greaterKey, long greater, String lesserKey, long lesser) {
    String first = texts.get(greaterKey, greater);
    return lesser == 0 ? first : first + " " + texts.get(lesserKey, lesser);
  }
}
