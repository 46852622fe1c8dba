package io.gatehouse.central.intake;

import static io.gatehouse.central.intake.VehicleColumns.instant;

import io.gatehouse.central.intake.Fact.Correction;
import io.gatehouse.central.intake.Fact.PlateName;
import io.gatehouse.central.store.ByKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what is known already, for many keys in one statement. */
final class HistoryReader {

  /** A correction as stored. */
  record StoredCorrection(long gate, UUID event, Correction correction) {}

  /** An exit without entry, and the number of the row that has it. */
  record StoredExit(LoneExit exit, long holder) {}

  /** The number of a passage's row. */
  record PassageRow(long gate, UUID event, long vehicle) {}

  private final Handle handle;

  HistoryReader(Handle handle) {
    this.handle = handle;
  }

  List<Vehicle> byStay(Collection<UUID> stays) {
    return vehicles("SELECT * FROM vehicle WHERE stay_id IN (<keys>)", stays);
  }

  /** Rows of which an exit without entry could be a part, and those of vehicles inside. */
  List<Vehicle> byPlate(Collection<String> plates) {
    return vehicles("SELECT * FROM vehicle WHERE plate_id IN (<keys>) AND end_rank < 4", plates);
  }

  List<Vehicle> byHintedEntry(Collection<UUID> events) {
    return vehicles("SELECT * FROM vehicle WHERE entry_event IN (<keys>)", events);
  }

  Vehicle byId(long id) {
    return handle
        .createQuery("SELECT * FROM vehicle WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> VehicleColumns.read(row))
        .one();
  }

  private List<Vehicle> vehicles(String sql, Collection<?> keys) {
    return ByKeys.query(handle, sql, keys).map((row, _) -> VehicleColumns.read(row)).list();
  }

  List<StoredExit> exitsByPlate(Collection<String> plates) {
    return ByKeys.query(handle, "SELECT * FROM lone_exit WHERE plate_id IN (<keys>)", plates)
        .map((row, _) -> exit(row))
        .list();
  }

  Optional<StoredExit> exit(long gate, UUID event) {
    return handle
        .createQuery("SELECT * FROM lone_exit WHERE gate_id = :gate AND event_id = :event")
        .bind("gate", gate)
        .bind("event", event)
        .map((row, _) -> exit(row))
        .findOne();
  }

  private static StoredExit exit(ResultSet row) throws SQLException {
    LoneExit exit =
        new LoneExit(
            row.getLong("gate_id"),
            row.getObject("event_id", UUID.class),
            row.getObject("stay_id", UUID.class),
            instant(row, "exit_time"),
            row.getString("vehicle_kind"));
    exit.naming = VehicleColumns.naming(row);
    exit.storedNaming = exit.naming;
    exit.storedHolder = row.getLong("vehicle_id");
    return new StoredExit(exit, exit.storedHolder);
  }

  List<PassageRow> passages(Collection<UUID> events) {
    return ByKeys.query(
            handle,
            "SELECT gate_id, event_id, vehicle_id FROM passage WHERE event_id IN (<keys>)",
            events)
        .map((row, _) ->
            new PassageRow(
                row.getLong("gate_id"),
                row.getObject("event_id", UUID.class),
                row.getLong("vehicle_id")))
        .list();
  }

  List<StoredCorrection> corrections(Collection<UUID> passages) {
    return ByKeys.query(handle, "SELECT * FROM correction WHERE passage_id IN (<keys>)", passages)
        .map((row, _) ->
            new StoredCorrection(
                row.getLong("gate_id"),
                row.getObject("event_id", UUID.class),
                new Correction(
                    row.getObject("passage_id", UUID.class),
                    row.getString("plate_before"),
                    new PlateName(row.getString("plate_id"), row.getString("plate_view")),
                    row.getString("corrected_by"),
                    instant(row, "corrected_at"))))
        .list();
  }

  /** How a stay ended without an exit, as its gate told. */
  Optional<End> stayEnd(long gate, UUID stay) {
    return handle
        .createQuery("SELECT * FROM stay_end WHERE gate_id = :gate AND stay_id = :stay")
        .bind("gate", gate)
        .bind("stay", stay)
        .map((row, _) ->
            new End(
                End.Rank.GATE_WITHOUT_EXIT,
                Side.hinted(null, instant(row, "ended_at")),
                row.getString("ending"),
                new Fact.Charge(0, 0, null, row.getString("ended_by"), row.getString("reason"))))
        .findOne();
  }
}
