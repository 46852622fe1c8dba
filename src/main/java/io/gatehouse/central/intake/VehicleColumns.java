package io.gatehouse.central.intake;

import io.gatehouse.central.intake.End.Rank;
import io.gatehouse.central.intake.Fact.Charge;
import io.gatehouse.central.intake.Fact.Pictures;
import io.gatehouse.central.intake.Fact.PlateName;
import io.gatehouse.plate.Confusions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A {@link Vehicle} as the table {@code vehicle} has it. */
final class VehicleColumns {

  private VehicleColumns() {}

  /** Every column that facts decide, by name; the same map for the same content. */
  static Map<String, Object> of(Vehicle vehicle) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("gate_id", vehicle.gate);
    columns.put("stay_id", vehicle.stay);
    columns.put("plate_id", vehicle.plate());
    columns.put("plate_view", vehicle.naming.plate().view());
    columns.put("folded", Confusions.fold(vehicle.plate()));
    columns.put("vehicle_kind", vehicle.kind);
    columns.put("status", vehicle.status());
    side(columns, "entry", vehicle.entry);
    side(columns, "exit", vehicle.end == null ? null : vehicle.end.side());
    Charge charge = vehicle.end == null ? Charge.NONE : vehicle.end.charge();
    columns.put("ending", vehicle.end == null ? null : vehicle.end.ending());
    columns.put("end_rank", vehicle.end == null ? 0 : vehicle.end.rank().number());
    columns.put("fee", charge.fee());
    columns.put("paid", charge.paid());
    columns.put("method", charge.method());
    columns.put("settled_by", charge.settledBy());
    columns.put("reason", charge.reason());
    columns.put("plate_rank", vehicle.naming.rank());
    columns.put("plate_event", vehicle.naming.correction());
    columns.put("corrected_at", time(vehicle.naming.correctedAt()));
    columns.put("last_time", time(vehicle.lastTime()));
    return columns;
  }

  private static void side(Map<String, Object> columns, String name, Side side) {
    Side told = side == null ? Side.hinted(null, null) : side;
    columns.put(name + "_event", told.event());
    columns.put(name + "_time", time(told.at()));
    columns.put(name + "_gate_id", told.gate());
    columns.put(name + "_camera_id", told.camera());
    columns.put(name + "_camera_name", told.cameraName());
    columns.put(
        name + "_confidence", told.confidence() == null ? null : told.confidence().floatValue());
    columns.put(name + "_source", told.source());
    columns.put(name + "_full", told.pictures().full());
    columns.put(name + "_crop", told.pictures().crop());
    columns.put(name + "_thumbnail", told.pictures().thumbnail());
  }

  static OffsetDateTime time(Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** Reads {@code SELECT *} of the table. */
  static Vehicle read(ResultSet row) throws SQLException {
    Vehicle vehicle = new Vehicle(row.getLong("gate_id"), row.getObject("stay_id", UUID.class));
    vehicle.id = row.getLong("id");
    vehicle.naming = naming(row);
    vehicle.kind = row.getString("vehicle_kind");
    vehicle.turnedAway = "TURNED_AWAY".equals(row.getString("status"));
    vehicle.entry = readSide(row, "entry");
    Rank rank = Rank.of(row.getInt("end_rank"));
    Side exit = readSide(row, "exit");
    if (exit != null) {
      vehicle.end = new End(rank, exit, row.getString("ending"), charge(row));
    }
    return vehicle;
  }

  /** The plate columns, which {@code vehicle} and {@code lone_exit} share. */
  static Naming naming(ResultSet row) throws SQLException {
    return new Naming(
        row.getInt("plate_rank"),
        new PlateName(row.getString("plate_id"), row.getString("plate_view")),
        row.getObject("plate_event", UUID.class),
        instant(row, "corrected_at"));
  }

  private static Charge charge(ResultSet row) throws SQLException {
    return new Charge(
        row.getLong("fee"),
        row.getLong("paid"),
        row.getString("method"),
        row.getString("settled_by"),
        row.getString("reason"));
  }

  private static Side readSide(ResultSet row, String name) throws SQLException {
    Instant at = instant(row, name + "_time");
    if (at == null) {
      return null;
    }
    Float confidence = row.getObject(name + "_confidence", Float.class);
    return new Side(
        row.getObject(name + "_event", UUID.class),
        at,
        row.getObject(name + "_gate_id", Long.class),
        row.getObject(name + "_camera_id", Integer.class),
        row.getString(name + "_camera_name"),
        confidence == null ? null : confidence.doubleValue(),
        row.getString(name + "_source"),
        new Pictures(
            row.getString(name + "_full"),
            row.getString(name + "_crop"),
            row.getString(name + "_thumbnail")));
  }
}
