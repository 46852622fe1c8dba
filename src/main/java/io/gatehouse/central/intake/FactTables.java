package io.gatehouse.central.intake;

import static io.gatehouse.central.intake.VehicleColumns.time;

import io.gatehouse.central.hook.HookQueue;
import io.gatehouse.central.hook.PassageNews;
import io.gatehouse.central.intake.Fact.Correction;
import io.gatehouse.central.intake.Fact.Passage;
import io.gatehouse.central.intake.Fact.Shift;
import io.gatehouse.central.intake.Fact.StayEnded;
import io.gatehouse.central.store.ByKeys;
import io.gatehouse.central.store.RowBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The facts of a batch as they were told; collected, and written together after the rows. */
final class FactTables {

  /** What was answered to an event before. */
  record Answered(long gate, UUID event, String bodySha256, String answer) {}

  private record Told<F>(long gate, UUID event, F fact, Optional<Vehicle> vehicle) {}

  private final List<Told<Passage>> passages = new ArrayList<>();
  private final List<Told<Correction>> corrections = new ArrayList<>();
  private final List<Told<StayEnded>> stayEnds = new ArrayList<>();
  private final List<Told<Shift>> shifts = new ArrayList<>();

  static List<Answered> answered(Handle handle, Collection<UUID> events) {
    return ByKeys.query(
            handle,
            "SELECT gate_id, event_id, body_sha256, answer FROM event WHERE event_id IN (<keys>)",
            events)
        .map((row, _) ->
            new Answered(
                row.getLong("gate_id"),
                row.getObject("event_id", UUID.class),
                row.getString("body_sha256"),
                row.getString("answer")))
        .list();
  }

  void passage(long gate, UUID event, Passage fact, Vehicle vehicle) {
    passages.add(new Told<>(gate, event, fact, Optional.of(vehicle)));
  }

  void correction(long gate, UUID event, Correction fact) {
    corrections.add(new Told<>(gate, event, fact, Optional.empty()));
  }

  void stayEnded(long gate, UUID event, StayEnded fact) {
    stayEnds.add(new Told<>(gate, event, fact, Optional.empty()));
  }

  void shift(long gate, UUID event, Shift fact) {
    shifts.add(new Told<>(gate, event, fact, Optional.empty()));
  }

  /** Writes them; every row that they name must be stored. */
  void write(Handle handle, HistoryBook book) {
    writePassages(handle, book);
    writeCorrections(handle, book);
    writeStayEnds(handle);
    writeShifts(handle);
  }

  private void writePassages(Handle handle, HistoryBook book) {
    RowBatch batch =
        new RowBatch(
            handle,
            """
            INSERT INTO passage (gate_id, event_id, vehicle_id, direction, captured_at, data)
            VALUES (?, ?, ?, ?, ?, ?)
            """);
    for (Told<Passage> told : passages) {
      Passage fact = told.fact();
      batch.add(
          told.gate(),
          told.event(),
          book.ofPassage(told.gate(), told.event()).orElseThrow().id,
          fact.entry() ? "IN" : "OUT",
          time(fact.at()),
          fact.data());
    }
    batch.write();
    HookQueue.tell(
        handle,
        passages.stream().map(told -> news(told.gate(), told.event(), told.fact())).toList());
  }

  private static PassageNews news(long gate, UUID event, Passage fact) {
    return new PassageNews(
        gate,
        event,
        fact.entry(),
        fact.at(),
        fact.cameraId(),
        fact.cameraName(),
        fact.plate().id(),
        fact.confidence(),
        fact.vehicleKind(),
        fact.turnedAway(),
        Optional.ofNullable(fact.pictures().full()));
  }

  private void writeCorrections(Handle handle, HistoryBook book) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO correction (gate_id, event_id, passage_id, vehicle_id, plate_before,
              plate_id, plate_view, corrected_by, corrected_at)
            VALUES (:gate, :event, :passage, :vehicle, :before, :plate, :view, :by, :at)
            """);
    for (Told<Correction> told : corrections) {
      Correction fact = told.fact();
      batch
          .bind("gate", told.gate())
          .bind("event", told.event())
          .bind("passage", fact.passage())
          .bind("vehicle", book.ofPassage(told.gate(), fact.passage()).map(v -> v.id))
          .bind("before", fact.before())
          .bind("plate", fact.plate().id())
          .bind("view", fact.plate().view())
          .bind("by", fact.by())
          .bind("at", time(fact.at()))
          .add();
    }
    run(batch);
    adopt(handle, book);
  }

  /** Corrections that came before their passage. */
  private void adopt(Handle handle, HistoryBook book) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE correction SET vehicle_id = :vehicle
            WHERE gate_id = :gate AND passage_id = :passage AND vehicle_id IS NULL
            """);
    for (HistoryBook.AtGate passage : book.correctedPassages()) {
      book.ofPassage(passage.gate(), passage.id())
          .ifPresent(vehicle ->
              batch
                  .bind("vehicle", vehicle.id)
                  .bind("gate", passage.gate())
                  .bind("passage", passage.id())
                  .add());
    }
    run(batch);
  }

  private void writeStayEnds(Handle handle) {
    // one a stay; told twice under two ids, the first one stays
    for (Told<StayEnded> told : stayEnds) {
      StayEnded fact = told.fact();
      handle
          .createUpdate(
              """
              INSERT INTO stay_end (gate_id, stay_id, event_id, ended_at, ending, ended_by, reason)
              SELECT :gate, :stay, :event, :at, :ending, :by, :reason WHERE NOT EXISTS (
                SELECT 1 FROM stay_end WHERE gate_id = :gate AND stay_id = :stay)
              """)
          .bind("gate", told.gate())
          .bind("stay", fact.stay())
          .bind("event", told.event())
          .bind("at", time(fact.endedAt()))
          .bind("ending", fact.ending())
          .bind("by", fact.by())
          .bind("reason", fact.reason())
          .execute();
    }
  }

  private void writeShifts(Handle handle) {
    for (Told<Shift> told : shifts) {
      Shift fact = told.fact();
      handle
          .createUpdate(
              """
              INSERT INTO shift (gate_id, shift_id, guard, began_at, ended_at, cash, counted, data)
              SELECT :gate, :shift, :guard, :began, :ended, :cash, :counted, :data
              WHERE NOT EXISTS (
                SELECT 1 FROM shift WHERE gate_id = :gate AND shift_id = :shift)
              """)
          .bind("gate", told.gate())
          .bind("shift", fact.id())
          .bind("guard", fact.guard())
          .bind("began", time(fact.beganAt()))
          .bind("ended", time(fact.endedAt()))
          .bind("cash", fact.cash())
          .bind("counted", fact.counted())
          .bind("data", fact.data())
          .execute();
    }
  }

  /** Keeps what each event was answered. */
  static void writeAnswers(
      Handle handle, Collection<EdgeEvent> events, Answers answers, Instant now) {
    RowBatch batch =
        new RowBatch(
            handle,
            """
            INSERT INTO event (gate_id, event_id, type, body_sha256, received_at, answer)
            VALUES (?, ?, ?, ?, ?, ?)
            """);
    for (EdgeEvent event : events) {
      event
          .eventId()
          .ifPresent(id ->
              batch.add(
                  event.gateId(),
                  id,
                  event.type(),
                  event.bodySha256(),
                  time(now),
                  answers.of(event).toString()));
    }
    batch.write();
  }

  private static void run(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
