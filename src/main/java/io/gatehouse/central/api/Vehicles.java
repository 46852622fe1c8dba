package io.gatehouse.central.api;

import io.gatehouse.central.common.DurationText;
import io.gatehouse.database.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads rows of the history as they are answered. */
final class Vehicles {

  static final String COLUMNS =
      """
      id, gate_id, plate_id, plate_view, vehicle_kind, status,
      entry_time, entry_camera_id, entry_camera_name, entry_confidence, entry_source,
      entry_full, entry_crop, entry_thumbnail,
      exit_time, exit_camera_id, exit_camera_name, exit_confidence, exit_source,
      exit_full, exit_crop, exit_thumbnail,
      ending, fee, paid, method, settled_by, reason, corrected_at, created_at, updated_at
      """;

  private final SiteClock clock;
  private final Locale language;

  Vehicles(SiteClock clock, Locale language) {
    this.clock = clock;
    this.language = language;
  }

  /** Rows by their numbers, in the order of the numbers. */
  List<Vehicle> byId(Handle handle, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, Vehicle> found = new HashMap<>();
    handle
        .createQuery("SELECT " + COLUMNS + " FROM vehicle WHERE id IN (<ids>)")
        .bindList("ids", List.copyOf(ids))
        .map((row, _) -> read(row))
        .forEach(vehicle -> found.put(vehicle.id(), vehicle));
    // one may have gone in between
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  Optional<Vehicle> find(Handle handle, long id) {
    return byId(handle, List.of(id)).stream().findFirst();
  }

  /** Of a row with {@link #COLUMNS}. */
  Vehicle read(ResultSet row) throws SQLException {
    Optional<Instant> entry = Moments.find(row, "entry_time");
    Optional<Instant> exit = Moments.find(row, "exit_time");
    Optional<Duration> length =
        entry
            .flatMap(in -> exit.map(out -> Duration.between(in, out)))
            .filter(d -> !d.isNegative());
    String entryImage = image(row, "entry_");
    String exitImage = image(row, "exit_");
    return new Vehicle(
        row.getLong("id"),
        row.getString("plate_id"),
        row.getString("plate_view"),
        row.getString("vehicle_kind"),
        row.getString("status"),
        row.getLong("gate_id"),
        entry.map(clock::text).orElse(null),
        row.getObject("entry_camera_id", Integer.class),
        row.getString("entry_camera_name"),
        confidence(row, "entry_confidence"),
        row.getString("entry_source"),
        exit.map(clock::text).orElse(null),
        row.getObject("exit_camera_id", Integer.class),
        row.getString("exit_camera_name"),
        confidence(row, "exit_confidence"),
        row.getString("exit_source"),
        length.map(d -> DurationText.of(d, language)).orElse(null),
        length.map(Duration::toSeconds).orElse(null),
        row.getLong("fee"),
        row.getLong("paid"),
        row.getString("method"),
        row.getString("ending"),
        row.getString("reason"),
        row.getString("settled_by"),
        entryImage != null,
        exitImage != null,
        entryImage,
        exitImage,
        row.getObject("corrected_at") != null,
        clock.text(Moments.at(row, "created_at")),
        clock.text(Moments.at(row, "updated_at")));
  }

  private static String image(ResultSet row, String side) throws SQLException {
    return Stream.of(
            Optional.ofNullable(row.getString(side + "full")),
            Optional.ofNullable(row.getString(side + "crop")),
            Optional.ofNullable(row.getString(side + "thumbnail")))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  /** As the gate told it: 0.95, and not what a wider number makes of it. */
  private static Double confidence(ResultSet row, String column) throws SQLException {
    float value = row.getFloat(column);
    return row.wasNull() ? null : Double.valueOf(Float.toString(value));
  }
}
