package io.gatehouse.ui.insight;

import io.gatehouse.parking.insight.HourFigures;
import io.gatehouse.parking.insight.Totals;

/** What the chart of the business shows. */
enum Series {
  ENTRIES,
  EXITS,
  REVENUE,
  INSIDE;

  long of(HourFigures hour) {
    return switch (this) {
      case ENTRIES -> hour.entries();
      case EXITS -> hour.exits();
      case REVENUE -> hour.paidDong();
      case INSIDE -> hour.inside();
    };
  }

  long of(Totals totals, long mostInside) {
    return switch (this) {
      case ENTRIES -> totals.entries();
      case EXITS -> totals.exits();
      case REVENUE -> totals.paidDong();
      case INSIDE -> mostInside;
    };
  }
}
