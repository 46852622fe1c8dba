package io.gatehouse.ui.insight;

import io.gatehouse.parking.insight.BusinessDay;
import io.gatehouse.parking.insight.Span;
import io.gatehouse.parking.insight.Totals;
import java.util.List;

/**
 * The business of a span beside that of the one it is compared with.
 *
 * @param span what is shown
 * @param days of the span, in order
 * @param before days of the other span, in order
 * @param comparable what came of the other span up to the like moment
 * @param partly whether the span goes on, so that only a part of the other counts
 */
record Business(
    Span span,
    List<BusinessDay> days,
    List<BusinessDay> before,
    Totals comparable,
    boolean partly) {

  Business {
    days = List.copyOf(days);
    before = List.copyOf(before);
  }

  Totals totals() {
    return days.stream().map(BusinessDay::totals).reduce(Totals.NONE, Totals::plus);
  }

  /** Most vehicles inside at once. */
  long mostInside() {
    return days.stream().mapToLong(BusinessDay::mostInside).max().orElse(0);
  }
}
