package io.gatehouse.store;

import io.gatehouse.parking.lists.ListKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A search in the lists.
 *
 * @param kinds only these; empty for all
 * @param text any part of plate, owner, phone or note; marks and case do not count; empty for all
 * @param endingBy only entries that have ended or end by the end of this day, soonest first
 * @param limit rows a page, 1 to 500
 * @param offset rows to pass over
 */
public record ListQuery(
    Set<ListKind> kinds, String text, Optional<LocalDate> endingBy, int limit, int offset) {

  public ListQuery {
    kinds = Set.copyOf(kinds);
  }
}
