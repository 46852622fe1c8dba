package io.gatehouse.ui.insight;

import io.gatehouse.parking.insight.Span.Length;

/** The tabs of the figures. */
enum Tab {
  DAY(Length.DAY),
  WEEK(Length.WEEK),
  MONTH(Length.MONTH),
  READING(Length.MONTH);

  private final Length length;

  Tab(Length length) {
    this.length = length;
  }

  /** How much time it shows. */
  Length length() {
    return length;
  }
}
