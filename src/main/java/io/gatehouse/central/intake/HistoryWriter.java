package io.gatehouse.central.intake;

import static io.gatehouse.central.intake.VehicleColumns.time;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    insert(book.vehicles().stream().filter(v -> v.id == null).toList());
    update(book.vehicles().stream().filter(book::isChanged).toList());
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
    List<String> names = List.copyOf(VehicleColumns.of(vehicles.getFirst()).keySet());
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO vehicle (%s, created_at, updated_at) VALUES (%s, :now, :now)"
                .formatted(
                    String.join(", ", names),
                    names.stream().map(n -> ":" + n).collect(Collectors.joining(", "))));
    vehicles.forEach(vehicle -> bind(batch, VehicleColumns.of(vehicle)).add());
    List<Long> ids = batch.executePreparedBatch("id").map((row, _) -> row.getLong("id")).list();
    for (int i = 0; i < vehicles.size(); i++) {
      vehicles.get(i).id = ids.get(i);
    }
  }

  private void update(List<Vehicle> vehicles) {
    List<Vehicle> before = vehicles.stream().filter(v -> v.id != null).toList();
    if (before.isEmpty()) {
      return;
    }
    String set =
        VehicleColumns.of(before.getFirst()).keySet().stream()
            .map(name -> name + " = :" + name)
            .collect(Collectors.joining(", "));
    PreparedBatch batch =
        handle.prepareBatch(
            "UPDATE vehicle SET %s, updated_at = :now WHERE id = :id".formatted(set));
    before.forEach(vehicle -> bind(batch, VehicleColumns.of(vehicle)).bind("id", vehicle.id).add());
    batch.execute();
  }

  private PreparedBatch bind(PreparedBatch batch, Map<String, Object> columns) {
    columns.forEach(batch::bind);
    return batch.bind("now", time(now));
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
