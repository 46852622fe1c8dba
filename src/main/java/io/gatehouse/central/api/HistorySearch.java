package io.gatehouse.central.api;

import io.gatehouse.central.store.PlateBlocks;
import io.gatehouse.database.Dialect;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Finds rows of the history by any part of the plate and by what they are, in a time that does not
 * grow with the table.
 *
 * <p>A text that few plates hold leads to their rows, by trigrams in PostgreSQL and by the list of
 * all plates in H2. Everything else lies thick along the index of time or status: the page is
 * filled from there, and only so many rows are counted.
 */
final class HistorySearch {

  private static final String NEWEST_FIRST = " ORDER BY last_time DESC, id DESC";

  /** Rows that are passed over to count. */
  private static final int COUNTED = 10_000;

  /** A text that more plates hold than these is a common one. */
  private static final int PLATES = 400;

  /** A camera of more rows than these is looked for along the index of time. */
  private static final int RARE = 1_000;

  private final Dialect dialect;

  HistorySearch(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * What was found.
   *
   * @param ids of the page, newest first
   * @param total how many match; at least so many where that is not exact
   */
  record Found(List<Long> ids, long total, boolean exact) {

    private static final Found NOTHING = new Found(List.of(), 0, true);
  }

  private record Count(long passed, long matched) {}

  Found find(Handle handle, HistoryQuery query) {
    HistoryFilter filter = HistoryFilter.of(query);
    if (filter.matchesNothing() || isOfNoGate(handle, query)) {
      return Found.NOTHING;
    }
    if (dialect == Dialect.H2 && query.camera().isPresent()) {
      Optional<Found> few = byRareCamera(handle, query, filter);
      if (few.isPresent()) {
        return few.get();
      }
    }
    if (filter.folded().isEmpty()) {
      return along(handle, query, filter);
    }
    return dialect == Dialect.H2
        ? byBlocks(handle, query, filter)
        : byTrigrams(handle, query, filter);
  }

  /** What no row can match must not be looked for in all of them. */
  private static boolean isOfNoGate(Handle handle, HistoryQuery query) {
    return query.gate().isPresent()
        && handle
            .createQuery("SELECT 1 FROM gate WHERE id = :gate")
            .bind("gate", query.gate().get())
            .mapTo(Integer.class)
            .findOne()
            .isEmpty();
  }

  /** PostgreSQL's planner does this by itself. Empty where the camera has many rows. */
  private static Optional<Found> byRareCamera(
      Handle handle, HistoryQuery query, HistoryFilter filter) {
    Set<Long> rows = new HashSet<>();
    for (String side : List.of("entry", "exit")) {
      rows.addAll(
          handle
              .createQuery(
                  """
                  SELECT id FROM vehicle USE INDEX (vehicle_by_%s_camera)
                  WHERE %s_camera_id = :camera FETCH FIRST %d ROWS ONLY
                  """
                      .formatted(side, side, RARE + 1))
              .bind("camera", query.camera().orElseThrow())
              .mapTo(Long.class)
              .list());
      if (rows.size() > RARE) {
        return Optional.empty();
      }
    }
    return Optional.of(
        rows.isEmpty()
            ? Found.NOTHING
            : among(handle, query, filter, " WHERE id IN (<listed>) AND " + filter.all(), rows));
  }

  private Found byBlocks(Handle handle, HistoryQuery query, HistoryFilter filter) {
    Optional<List<String>> plates =
        PlateBlocks.holding(handle, filter.folded().orElseThrow(), PLATES);
    if (plates.isEmpty()) {
      return along(handle, query, filter);
    }
    if (plates.get().isEmpty()) {
      return Found.NOTHING;
    }
    return among(
        handle,
        query,
        filter,
        " USE INDEX (vehicle_by_plate) WHERE plate_id IN (<listed>) AND " + filter.plain(),
        plates.get());
  }

  /** The rows that are listed, and match. */
  private static Found among(
      Handle handle, HistoryQuery query, HistoryFilter filter, String where, Collection<?> listed) {
    String from = " FROM vehicle" + where;
    List<Object> values = List.copyOf(listed);
    long total =
        filter
            .bound(handle, "SELECT COUNT(*)" + from)
            .bindList("listed", values)
            .mapTo(Long.class)
            .one();
    List<Long> ids =
        filter
            .bound(handle, "SELECT id" + from + NEWEST_FIRST + page(query))
            .bindList("listed", values)
            .mapTo(Long.class)
            .list();
    return new Found(ids, total, true);
  }

  /** The planner knows by its statistics whether a text is rare. */
  private static Found byTrigrams(Handle handle, HistoryQuery query, HistoryFilter filter) {
    String from = " FROM vehicle WHERE " + filter.all();
    List<Long> ids =
        filter
            .bound(handle, "SELECT id" + from + NEWEST_FIRST + page(query))
            .mapTo(Long.class)
            .list();
    long counted =
        filter
            .bound(
                handle,
                "SELECT COUNT(*) FROM (SELECT 1%s FETCH FIRST %d ROWS ONLY) AS counted"
                    .formatted(from, COUNTED + 1))
            .mapTo(Long.class)
            .one();
    return counted <= COUNTED
        ? new Found(ids, counted, true)
        : new Found(ids, Math.max(counted, (long) query.offset() + ids.size()), false);
  }

  private Found along(Handle handle, HistoryQuery query, HistoryFilter filter) {
    List<Long> ids =
        filter
            .bound(
                handle,
                "SELECT id FROM vehicle%s WHERE %s%s%s"
                    .formatted(hint(filter), filter.all(), order(filter), page(query)))
            .mapTo(Long.class)
            .list();
    if (filter.isEverything() && dialect == Dialect.H2) {
      // H2 answers the bare count without reading rows
      return new Found(ids, number(handle, "SELECT COUNT(*) FROM vehicle"), true);
    }
    Count count = count(handle, filter);
    if (count.passed() <= COUNTED) {
      return new Found(ids, count.matched(), true);
    }
    return estimated(handle, query, filter, ids, count);
  }

  /** More rows lie along the index than are counted. */
  private static Found estimated(
      Handle handle, HistoryQuery query, HistoryFilter filter, List<Long> ids, Count count) {
    long seen = (long) query.offset() + ids.size();
    boolean last = ids.size() < query.limit() && (!ids.isEmpty() || query.offset() == 0);
    if (last) {
      return new Found(ids, seen, true);
    }
    long least = Math.max(count.matched(), ids.isEmpty() ? 0 : seen + 1);
    // PostgreSQL's statistics know the table's size without reading rows
    long total =
        filter.isEverything()
            ? Math.max(
                least,
                number(
                    handle,
                    "SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE oid = to_regclass('vehicle')"))
            : least;
    return new Found(ids, total, false);
  }

  private static long number(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }

  /** Counts along the newest so many rows. */
  private Count count(Handle handle, HistoryFilter filter) {
    String columns =
        filter.isOnlyAlong()
            ? "1 AS counted"
            : "folded, entry_time, entry_camera_id, exit_camera_id, entry_gate_id, exit_gate_id";
    return filter
        .bound(
            handle,
            """
            SELECT COUNT(*) AS passed, COUNT(CASE WHEN %s THEN 1 END) AS matched FROM (
              SELECT %s FROM vehicle%s WHERE %s%s FETCH FIRST %d ROWS ONLY) AS passed_over
            """
                .formatted(
                    filter.each(),
                    columns,
                    hint(filter),
                    filter.along(),
                    order(filter),
                    COUNTED + 1))
        .map((row, _) -> new Count(row.getLong("passed"), row.getLong("matched")))
        .one();
  }

  private String hint(HistoryFilter filter) {
    if (dialect != Dialect.H2) {
      return "";
    }
    return filter.hasStatus() ? " USE INDEX (vehicle_by_status)" : " USE INDEX (vehicle_by_time)";
  }

  /** As the index is, or H2 would sort. */
  private String order(HistoryFilter filter) {
    return filter.hasStatus() && dialect == Dialect.H2
        ? " ORDER BY status, last_time DESC, id DESC"
        : NEWEST_FIRST;
  }

  private static String page(HistoryQuery query) {
    return " OFFSET %d ROWS FETCH FIRST %d ROWS ONLY".formatted(query.offset(), query.limit());
  }
}
