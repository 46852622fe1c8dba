package io.gatehouse.ui.insight;

import io.gatehouse.parking.insight.LampWatch;
import io.gatehouse.parking.insight.ReadingDay;
import io.gatehouse.parking.insight.ReadingFigures;
import io.gatehouse.parking.insight.Span;
import io.gatehouse.store.StorageUse;
import io.gatehouse.ui.common.StorageStatus;
import java.util.List;

/**
 * How well plates were read in a month, and how pictures and disk are doing.
 *
 * @param days of the month, in order
 * @param warnings of the last days, whatever month is shown
 */
record Reading(
    Span span,
    List<ReadingDay> days,
    List<LampWatch.Warning> warnings,
    StorageUse use,
    StorageStatus disk) {

  Reading {
    days = List.copyOf(days);
    warnings = List.copyOf(warnings);
  }

  ReadingFigures figures() {
    return days.stream().map(ReadingDay::figures).reduce(ReadingFigures.NONE, ReadingFigures::plus);
  }
}
