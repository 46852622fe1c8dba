package io.gatehouse.central.intake;

import static io.gatehouse.central.intake.VehicleColumns.time;

import io.gatehouse.central.store.RowBatch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the rows of a {@link HistoryBook} that changed; many of a kind in one statement. */
final class HistoryWriter {

  private final Handle handle;
  private final Instant now;

  HistoryWriter(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  void write(HistoryBook book) {
    // told apart before the insert: what is new is stored whole, and not written a second time
    List<Vehicle> changed =
        book.vehicles().stream().filter(v -> v.id != null && book.isChanged(v)).toList();
    insert(book.vehicles().stream().filter(v -> v.id == null).toList());
    update(changed);
    for (LoneExit exit : book.exits()) {
      write(exit);
    }
    if (!book.removed().isEmpty()) {
      PreparedBatch delete = handle.prepareBatch("DELETE FROM vehicle WHERE id = :id");
      book.removed().forEach(vehicle -> delete.bind("id", vehicle.id).add());
      delete.execute();
    }
  }

  private void insert(List<Vehicle> vehicles) {
    if (vehicles.isEmpty()) {
      return;
    }
    Set<String> names = VehicleColumns.of(vehicles.getFirst()).keySet();
    RowBatch batch =
        new RowBatch(
            handle,
            "INSERT INTO vehicle (%s, created_at, updated_at) VALUES (%s?, ?)"
                .formatted(String.join(", ", names), "?, ".repeat(names.size())));
    vehicles.forEach(vehicle -> batch.add(values(vehicle, time(now), time(now))));
    List<Long> ids = batch.writeForIds();
    for (int i = 0; i < vehicles.size(); i++) {
      vehicles.get(i).id = ids.get(i);
    }
  }

  private void update(List<Vehicle> vehicles) {
    if (vehicles.isEmpty()) {
      return;
    }
    String set = String.join(" = ?, ", VehicleColumns.of(vehicles.getFirst()).keySet());
    RowBatch batch =
        new RowBatch(
            handle, "UPDATE vehicle SET %s = ?, updated_at = ? WHERE id = ?".formatted(set));
    vehicles.forEach(vehicle -> batch.add(values(vehicle, time(now), vehicle.id)));
    batch.write();
  }

  /** The columns of a row, and what comes after them. */
  private static Object[] values(Vehicle vehicle, Object... more) {
    return Stream.concat(VehicleColumns.of(vehicle).values().stream(), Stream.of(more)).toArray();
  }

  private void write(LoneExit exit) {
    if (exit.storedHolder == null) {
      bind(
          exit,
          """
          INSERT INTO lone_exit (gate_id, event_id, stay_id, vehicle_id, exit_time, vehicle_kind,
            plate_id, plate_view, plate_rank, plate_event, corrected_at)
          VALUES (:gate, :event, :stay, :vehicle, :at, :kind,
            :plate, :view, :rank, :correction, :corrected)
          """);
    } else if (!exit.storedHolder.equals(exit.holder.id)
        || !exit.naming.equals(exit.storedNaming)) {
      bind(
          exit,
          """
          UPDATE lone_exit SET vehicle_id = :vehicle, plate_id = :plate, plate_view = :view,
            plate_rank = :rank, plate_event = :correction, corrected_at = :corrected
          WHERE gate_id = :gate AND event_id = :event
          """);
      move(exit);
    }
  }

  private void bind(LoneExit exit, String sql) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("stay", exit.stay);
    values.put("correction", exit.naming.correction());
    values.put("corrected", time(exit.naming.correctedAt()));
    handle
        .createUpdate(sql)
        .bindMap(values)
        .bind("gate", exit.gate)
        .bind("event", exit.event)
        .bind("vehicle", exit.holder.id)
        .bind("at", time(exit.at))
        .bind("kind", exit.kind)
        .bind("plate", exit.naming.plate().id())
        .bind("view", exit.naming.plate().view())
        .bind("rank", exit.naming.rank())
        .execute();
  }

  /** What was stored of the passage goes with it. */
  private void move(LoneExit exit) {
    for (String sql :
        List.of(
            "UPDATE passage SET vehicle_id = :vehicle WHERE gate_id = :gate AND event_id = :event",
            "UPDATE correction SET vehicle_id = :vehicle WHERE gate_id = :gate AND passage_id = :event")) {
      handle
          .createUpdate(sql)
          .bind("vehicle", exit.holder.id)
          .bind("gate", exit.gate)
          .bind("event", exit.event)
          .execute();
    }
  }
}
