package io.gatehouse.central.api;

import com.google.gson.JsonParser;
import io.gatehouse.database.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads cameras and whether they live. */
final class Cameras {

  /** Without a sign of life for so long a camera is offline. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SiteClock clock;

  Cameras(SiteClock clock) {
    this.clock = clock;
  }

  List<Camera> all(Handle handle) {
    Instant now = clock.now();
    return handle
        .createQuery(
            """
            SELECT c.*, g.name AS gate FROM camera c JOIN gate g ON g.id = c.gate_id
            ORDER BY c.gate_id, c.camera_id
            """)
        .map((row, _) -> camera(row, now))
        .list();
  }

  private Camera camera(ResultSet row, Instant now) throws SQLException {
    Instant last = Moments.at(row, "last_heartbeat");
    return new Camera(
        row.getInt("camera_id"),
        row.getLong("gate_id"),
        row.getString("gate"),
        row.getString("name"),
        row.getString("type"),
        now.isAfter(last.plus(PATIENCE)) ? "offline" : "online",
        clock.text(last),
        row.getLong("events_sent"),
        row.getLong("events_failed"),
        JsonParser.parseString(row.getString("health")),
        clock.text(Moments.at(row, "created_at")),
        clock.text(Moments.at(row, "updated_at")));
  }
}
