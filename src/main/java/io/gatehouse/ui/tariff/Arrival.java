package io.gatehouse.ui.tariff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When the vehicle of the preview comes. */
enum Arrival {
  MORNING(LocalTime.of(8, 0)),
  EVENING(LocalTime.of(18, 0));

  private final LocalTime time;

  Arrival(LocalTime time) {
    this.time = time;
  }

  LocalTime time() {
    return time;
  }

  /** On that day. */
  Instant on(LocalDate day, ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
