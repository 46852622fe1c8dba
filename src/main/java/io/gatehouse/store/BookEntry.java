package io.gatehouse.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What one transaction did to the books.
 *
 * @param id of the passage or correction that did it, or made of a number: see {@link #id(long)}
 * @param rows as they were afterwards
 * @param more whether the rest follows in another entry of the same id
 */
record BookEntry(UUID id, List<BookRow> rows, boolean more) implements JournalEntry {

  /** A table of thousands of subscribers that is taken in does not fit into one entry. */
  private static final int ROWS_AN_ENTRY = 200;

  BookEntry {
    rows = List.copyOf(rows);
  }

  /** Changes that no passage made are numbered, so that a start sees at once which are missing. */
  static UUID id(long number) {
    return new UUID(0, number);
  }

  /** 0 when a passage or correction made it. */
  static long number(UUID id) {
    return id.getMostSignificantBits() == 0 ? id.getLeastSignificantBits() : 0;
  }

  static List<BookEntry> pieces(UUID id, List<BookRow> rows) {
    List<BookEntry> pieces = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += ROWS_AN_ENTRY) {
      int to = Math.min(rows.size(), from + ROWS_AN_ENTRY);
      pieces.add(new BookEntry(id, rows.subList(from, to), to < rows.size()));
    }
    return pieces;
  }
}
