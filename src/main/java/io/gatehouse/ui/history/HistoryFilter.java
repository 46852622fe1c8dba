package io.gatehouse.ui.history;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.store.PassageQuery;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the guard looks for. Immutable.
 *
 * @param text any part of the plate
 * @param alike whether look-alike characters count as equal
 * @param day which days
 * @param direction only this one
 * @param outcomes only these; empty for all
 * @param correctedOnly only passages that were corrected
 */
record HistoryFilter(
    String text,
    boolean alike,
    DayChoice day,
    Optional<Direction> direction,
    Set<Outcome> outcomes,
    boolean correctedOnly) {

  HistoryFilter {
    outcomes = Set.copyOf(outcomes);
  }

  static HistoryFilter today() {
    return new HistoryFilter("", false, new DayChoice.Today(), Optional.empty(), Set.of(), false);
  }

  HistoryFilter withText(String newText) {
    return new HistoryFilter(newText, alike, day, direction, outcomes, correctedOnly);
  }

  HistoryFilter withAlike(boolean on) {
    return new HistoryFilter(text, on, day, direction, outcomes, correctedOnly);
  }

  HistoryFilter withDay(DayChoice newDay) {
    return new HistoryFilter(text, alike, newDay, direction, outcomes, correctedOnly);
  }

  HistoryFilter withCorrectedOnly(boolean on) {
    return new HistoryFilter(text, alike, day, direction, outcomes, on);
  }

  /** The chip of the direction already chosen takes the choice back. */
  HistoryFilter toggled(Direction tapped) {
    Optional<Direction> chosen =
        direction.equals(Optional.of(tapped)) ? Optional.empty() : Optional.of(tapped);
    return new HistoryFilter(text, alike, day, chosen, outcomes, correctedOnly);
  }

  HistoryFilter toggled(Outcome tapped) {
    Set<Outcome> chosen = EnumSet.noneOf(Outcome.class);
    chosen.addAll(outcomes);
    if (!chosen.remove(tapped)) {
      chosen.add(tapped);
    }
    return new HistoryFilter(text, alike, day, direction, chosen, correctedOnly);
  }

  /** All but the text and the day taken back. */
  HistoryFilter cleared() {
    return new HistoryFilter(text, false, day, Optional.empty(), Set.of(), false);
  }

  /** How many of the filters beyond text and day narrow the list; for the badge on the button. */
  int narrowing() {
    return (alike ? 1 : 0)
        + direction.map(d -> 1).orElse(0)
        + outcomes.size()
        + (correctedOnly ? 1 : 0);
  }

  PassageQuery query(LocalDate today, ZoneId zone, int limit, int offset) {
    Optional<LocalDate> only = day.day(today);
    return new PassageQuery(
        text,
        alike,
        only.map(d -> d.atStartOfDay(zone).toInstant()),
        only.map(d -> d.plusDays(1).atStartOfDay(zone).toInstant()),
        direction,
        outcomes,
        correctedOnly,
        limit,
        offset);
  }
}
