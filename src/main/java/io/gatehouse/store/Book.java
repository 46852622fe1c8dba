package io.gatehouse.store;

import java.util.List;
import java.util.Locale;

/**
 * A table that is kept twice besides the passages: its rows go into the journal and into the {@link
 * BookSnapshot}. In an order in which no row refers to one that comes later.
 */
enum Book {
  TARIFF_VERSION(Book.ALL, "id"),
  TARIFF(Book.ALL, "version kind"),
  LIST_ENTRY(Book.ALL, "id"),
  LIST_CHANGE(Book.ALL, "no"),
  PERSON(Book.ALL, "id"),
  SHIFT(Book.ALL, "id"),
  AUDIT(Book.ALL, "no"),
  LEGAL_HOLD(Book.ALL, "passage_id held_at"),
  STAY("ending IS NULL", "id"),
  INSIGHT_DAY("kept", "on_day kind"),
  STORE_FACT("name IN ('audit.head', 'retention.reference')", "name");

  private static final String ALL = "TRUE";

  private final String inSnapshot;
  private final String key;

  /**
   * @param inSnapshot the rows that a snapshot holds, as a condition: of some tables there are too
   *     many, and the others come back with their passages
   * @param key the columns that tell one row from the others, with spaces between
   */
  Book(String inSnapshot, String key) {
    this.inSnapshot = inSnapshot;
    this.key = key;
  }

  String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> key() {
    return List.of(key.split(" ", -1));
  }

  /** Whether a snapshot holds every row. */
  boolean isWholeInSnapshot() {
    return inSnapshot.equals(ALL);
  }

  String snapshotQuery() {
    return "SELECT * FROM %s WHERE %s".formatted(table(), inSnapshot);
  }

  String whereKey() {
    return String.join(" AND ", key().stream().map(column -> column + " = ?").toList());
  }
}
