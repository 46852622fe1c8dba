package io.gatehouse.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A stretch of an index of the listings, newest first: what is asked for lies along it.
 *
 * @param index by which it runs
 * @param lead the index's leading column with its value, such as {@code outcome = 'REJECTED'};
 *     empty for an index that begins with the time
 * @param filter all that is asked for
 */
record ListingRun(String index, String lead, ListingFilter filter) {

  /**
   * A count that may have stopped.
   *
   * @param hits how many match among those passed over
   * @param all whether all were passed over
   */
  record Count(long hits, boolean all) {}

  /** The newest that match. */
  List<ListingHit> first(Handle handle, int rows) {
    return filter
        .bound(
            handle,
            """
            SELECT captured_at, passage_no FROM listing USE INDEX (%s)
            WHERE %s AND %s ORDER BY %s FETCH FIRST %d ROWS ONLY
            """
                .formatted(index, leadTerm(), filter.where(), order(), rows))
        .map((row, ctx) -> ListingHit.of(row))
        .list();
  }

  /** Counts along the newest so many rows of the stretch. */
  Count count(Handle handle, int rows) {
    return filter
        .bound(
            handle,
            """
            SELECT COUNT(*), COUNT(CASE WHEN %s THEN 1 END) FROM (
              SELECT captured_at, plate, folded, direction, outcome, corrected
              FROM listing USE INDEX (%s) WHERE %s AND %s ORDER BY %s FETCH FIRST %d ROWS ONLY)
            """
                .formatted(
                    filter.where(), index, leadTerm(), filter.whereTime(), order(), rows + 1))
        .map((row, ctx) -> new Count(row.getLong(2), row.getLong(1) <= rows))
        .one();
  }

  private String leadTerm() {
    return lead.isEmpty() ? "TRUE" : lead;
  }

  /** As the index is, or H2 would sort. */
  private String order() {
    String time = "captured_at DESC, passage_no DESC";
    return lead.isEmpty() ? time : lead.substring(0, lead.indexOf(' ')) + ", " + time;
  }
}
