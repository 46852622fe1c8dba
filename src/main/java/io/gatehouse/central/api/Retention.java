package io.gatehouse.central.api;

import io.gatehouse.central.image.ImageVault;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.database.Moments;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Lets go what is older than it may be, a few rows a transaction. Of a vehicle that is inside
 * nothing goes, however long it has been.
 */
final class Retention {

  private static final int ROWS_AT_ONCE = 200;

  /** Pictures that are looked at together; the rows that are kept are read once for them. */
  private static final int PICTURES_AT_ONCE = 20_000;

  private static final int FETCHED = 1_000;

  private static final String PICTURE_COLUMNS =
      "entry_full, entry_crop, entry_thumbnail, exit_full, exit_crop, exit_thumbnail";

  private final CentralDatabase database;
  private final ImageVault pictures;

  Retention(CentralDatabase database, ImageVault pictures) {
    this.database = database;
    this.pictures = pictures;
  }

  /** What went. */
  record Gone(long rows, long pictures) {}

  /** Applies a rule as of a moment. An interrupt ends it after the step under way. */
  Gone apply(RetentionRule rule, Instant now) throws IOException {
    long rows = rule.rowDays() == 0 ? 0 : rows(before(now, rule.rowDays()));
    long gone = rule.pictureDays() == 0 ? 0 : pictures(before(now, rule.pictureDays()));
    return new Gone(rows, gone);
  }

  private static OffsetDateTime before(Instant now, int days) {
    return Moments.of(now.minus(Duration.ofDays(days)));
  }

  private long rows(OffsetDateTime cutoff) {
    long gone = 0;
    int some = ROWS_AT_ONCE;
    while (some == ROWS_AT_ONCE && !Thread.currentThread().isInterrupted()) {
      some = database.jdbi().inTransaction(handle -> someRows(handle, cutoff));
      gone += some;
    }
    database
        .jdbi()
        .useTransaction(handle -> {
          handle.execute(
              "DELETE FROM passage WHERE vehicle_id IS NULL AND captured_at < ?", cutoff);
          handle.execute("DELETE FROM stay_end WHERE ended_at < ?", cutoff);
          handle.execute("DELETE FROM shift WHERE ended_at < ?", cutoff);
          handle.execute("DELETE FROM audit WHERE at < ?", cutoff);
          handle.execute("DELETE FROM event WHERE received_at < ?", cutoff);
        });
    return gone;
  }

  private static int someRows(Handle handle, OffsetDateTime cutoff) {
    List<Long> ids =
        handle
            .createQuery(
                """
                SELECT id FROM vehicle WHERE last_time < :cutoff AND status <> 'IN'
                ORDER BY last_time, id FETCH FIRST %d ROWS ONLY
                """
                    .formatted(ROWS_AT_ONCE))
            .bind("cutoff", cutoff)
            .mapTo(Long.class)
            .list();
    if (ids.isEmpty()) {
      return 0;
    }
    for (String sql :
        List.of(
            """
            DELETE FROM correction WHERE EXISTS (SELECT 1 FROM passage p
              WHERE p.vehicle_id IN (<ids>) AND p.gate_id = correction.gate_id
                AND p.event_id = correction.passage_id)
            """,
            "UPDATE correction SET vehicle_id = NULL WHERE vehicle_id IN (<ids>)",
            "DELETE FROM passage WHERE vehicle_id IN (<ids>)",
            "DELETE FROM lone_exit WHERE vehicle_id IN (<ids>)",
            "DELETE FROM vehicle WHERE id IN (<ids>)")) {
      handle.createUpdate(sql).bindList("ids", ids).execute();
    }
    return ids.size();
  }

  private long pictures(OffsetDateTime cutoff) throws IOException {
    int forgotten = ROWS_AT_ONCE;
    while (forgotten == ROWS_AT_ONCE && !Thread.currentThread().isInterrupted()) {
      forgotten = database.jdbi().inTransaction(handle -> forgetSome(handle, cutoff));
    }
    long gone = 0;
    Set<String> kept = new HashSet<>();
    boolean all = false;
    while (!all && !Thread.currentThread().isInterrupted()) {
      Set<String> some = old(cutoff, kept.size());
      all = some.size() < PICTURES_AT_ONCE;
      Set<String> needed = needed(some);
      kept.addAll(needed);
      some.removeAll(needed);
      for (String hash : some) {
        pictures.remove(hash);
        gone++;
      }
    }
    return gone;
  }

  private static int forgetSome(Handle handle, OffsetDateTime cutoff) {
    return handle
        .createUpdate(
            """
            UPDATE vehicle SET entry_full = NULL, entry_crop = NULL, entry_thumbnail = NULL,
              exit_full = NULL, exit_crop = NULL, exit_thumbnail = NULL
            WHERE id IN (SELECT id FROM vehicle
              WHERE last_time < :cutoff AND status <> 'IN'
                AND COALESCE(%s) IS NOT NULL FETCH FIRST %d ROWS ONLY)
            """
                .formatted(PICTURE_COLUMNS, ROWS_AT_ONCE))
        .bind("cutoff", cutoff)
        .execute();
  }

  /** The oldest pictures, but those first ones that are known to be needed. */
  private Set<String> old(OffsetDateTime cutoff, int passedOver) {
    return database
        .jdbi()
        .withHandle(handle ->
            new LinkedHashSet<>(
                handle
                    .createQuery(
                        """
                        SELECT sha256 FROM image WHERE stored_at < :cutoff
                        ORDER BY stored_at, sha256 OFFSET %d ROWS FETCH FIRST %d ROWS ONLY
                        """
                            .formatted(passedOver, PICTURES_AT_ONCE))
                    .bind("cutoff", cutoff)
                    .mapTo(String.class)
                    .list()));
  }

  /** Those that a row still shows; one picture may belong to two rows. */
  private Set<String> needed(Set<String> some) {
    if (some.isEmpty()) {
      return Set.of();
    }
    return database
        .jdbi()
        .inTransaction(handle -> {
          Set<String> needed = new HashSet<>();
          try (Stream<List<String>> rows =
              handle
                  .createQuery(
                      "SELECT %s FROM vehicle WHERE COALESCE(%s) IS NOT NULL"
                          .formatted(PICTURE_COLUMNS, PICTURE_COLUMNS))
                  .setFetchSize(FETCHED)
                  .map((row, _) -> Stream.of(1, 2, 3, 4, 5, 6).map(i -> column(row, i)).toList())
                  .stream()) {
            rows.flatMap(List::stream).filter(some::contains).forEach(needed::add);
          }
          return needed;
        });
  }

  private static String column(java.sql.ResultSet row, int number) {
    try {
      String hash = row.getString(number);
      return hash == null ? "" : hash;
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException("a column of a row that was read", e);
    }
  }
}
