package io.gatehouse.central.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.gatehouse.database.Moments;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What gates told of a row of the history. */
final class Passages {

  private final SiteClock clock;

  Passages(SiteClock clock) {
    this.clock = clock;
  }

  /**
   * A passage as it was told.
   *
   * @param data the event's own words
   */
  record Passage(
      long gateId,
      String gate,
      UUID eventId,
      String direction,
      String capturedAt,
      JsonElement data) {}

  /** Another plate than the machine read. */
  record Correction(
      String plateBefore,
      String plateId,
      String plateView,
      String correctedBy,
      String correctedAt) {}

  List<Passage> of(Handle handle, long vehicle) {
    return handle
        .createQuery(
            """
            SELECT p.gate_id, g.name, p.event_id, p.direction, p.captured_at, p.data
            FROM passage p JOIN gate g ON g.id = p.gate_id
            WHERE p.vehicle_id = :vehicle ORDER BY p.captured_at, p.event_id
            """)
        .bind("vehicle", vehicle)
        .map((row, _) ->
            new Passage(
                row.getLong("gate_id"),
                row.getString("name"),
                row.getObject("event_id", UUID.class),
                row.getString("direction"),
                clock.text(Moments.at(row, "captured_at")),
                JsonParser.parseString(row.getString("data"))))
        .list();
  }

  List<Correction> corrections(Handle handle, long vehicle) {
    return handle
        .createQuery(
            """
            SELECT c.plate_before, c.plate_id, c.plate_view, c.corrected_by, c.corrected_at
            FROM correction c
            WHERE EXISTS (SELECT 1 FROM passage p WHERE p.vehicle_id = :vehicle
              AND p.gate_id = c.gate_id AND p.event_id = c.passage_id)
            ORDER BY c.corrected_at, c.event_id
            """)
        .bind("vehicle", vehicle)
        .map((row, _) ->
            new Correction(
                row.getString("plate_before"),
                row.getString("plate_id"),
                row.getString("plate_view"),
                row.getString("corrected_by"),
                clock.text(Moments.at(row, "corrected_at"))))
        .list();
  }
}
