package io.gatehouse.central.api;

import io.gatehouse.common.TimeSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Days and times as the site's clocks show them. */
record SiteClock(TimeSource time, ZoneId zone) {

  Instant now() {
    return time.now();
  }

  LocalDate today() {
    return now().atZone(zone).toLocalDate();
  }

  /** When a day of the site begins. */
  Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** ISO 8601 with the site's offset, to the second. */
  String text(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }
}
