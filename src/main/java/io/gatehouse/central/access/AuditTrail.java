package io.gatehouse.central.access;

import io.gatehouse.database.Moments;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The audit trail's table. Each call belongs into a transaction of the caller. */
public final class AuditTrail {

  private static final int LONGEST_DETAILS = 1_000;
  private static final int LONGEST_PLATE = 32;

  private AuditTrail() {}

  /** An entry with its number. */
  public record Entry(long id, AuditRow row) {}

  /** Writes entries; they stand when the transaction does. */
  public static void write(Handle handle, List<AuditRow> rows) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO audit (at, who, kind, address, action, vehicle_id, plate_id, details)
            VALUES (:at, :who, :kind, :address, :action, :vehicle, :plate, :details)
            """);
    for (AuditRow row : rows) {
      batch
          .bind("at", Moments.of(row.at()))
          .bind("who", row.who())
          .bind("kind", row.kind())
          .bind("address", row.address())
          .bind("action", row.action().name())
          .bind("vehicle", row.vehicleId().orElse(null))
          .bind("plate", row.plateId().map(plate -> cut(plate, LONGEST_PLATE)).orElse(null))
          .bind("details", cut(row.details(), LONGEST_DETAILS))
          .add();
    }
    batch.execute();
  }

  /**
   * Entries, latest first.
   *
   * @param plate only about this one, compact
   * @param before only those with a lower number
   */
  public static List<Entry> page(
      Handle handle, Optional<String> plate, Optional<Long> before, int limit) {
    String where =
        "WHERE TRUE"
            + (plate.isPresent() ? " AND plate_id = :plate" : "")
            + (before.isPresent() ? " AND id < :before" : "");
    Query query =
        handle.createQuery(
            """
            SELECT id, at, who, kind, address, action, vehicle_id, plate_id, details
            FROM audit %s ORDER BY id DESC FETCH FIRST %d ROWS ONLY
            """
                .formatted(where, limit));
    plate.ifPresent(text -> query.bind("plate", text));
    before.ifPresent(id -> query.bind("before", id));
    return query
        .map((row, _) ->
            new Entry(
                row.getLong("id"),
                new AuditRow(
                    Moments.at(row, "at"),
                    row.getString("who"),
                    row.getString("kind"),
                    row.getString("address"),
                    AuditAction.valueOf(row.getString("action")),
                    Optional.ofNullable(row.getObject("vehicle_id", Long.class)),
                    Optional.ofNullable(row.getString("plate_id")),
                    row.getString("details"))))
        .list();
  }

  private static String cut(String text, int length) {
    return text.length() > length ? text.substring(0, length) : text;
  }
}
