package io.gatehouse.ui.tariff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** From when on changed prices count. */
enum Begin {
  NOW,
  TOMORROW,
  NEXT_MONTH;

  /** When that is, seen from now. */
  Instant from(Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return switch (this) {
      case NOW -> now;
      case TOMORROW -> today.plusDays(1).atStartOfDay(zone).toInstant();
      case NEXT_MONTH -> today.withDayOfMonth(1).plusMonths(1).atStartOfDay(zone).toInstant();
    };
  }
}
