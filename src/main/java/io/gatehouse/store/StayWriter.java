package io.gatehouse.store;

import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.plate.Plate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Writes what a passage does to the stays, in the passage's transaction. The constraint {@code
 * stay_open_once} holds whatever this class does.
 */
final class StayWriter {

  private final UnaryOperator<String> fold;

  StayWriter(UnaryOperator<String> fold) {
    this.fold = fold;
  }

  /** A stay that ended for another one of its plate. */
  record Ended(UUID id, String plate) {}

  /**
   * Writes what the passage does to the stays.
   *
   * @return stays that ended for it, without an exit
   */
  List<Ended> write(BookRows rows, PassageRecord passage) {
    StayRecord change = passage.stay();
    if (change == null) {
      return List.of(); // written before there were stays
    }
    List<Ended> superseded = List.of();
    switch (change.change()) {
      case NONE -> {}
      case OPENS -> superseded = open(rows, passage);
      case CLOSES -> {
        if (close(rows, passage) == 0) {
          // ended meanwhile: the exit and its cash are kept nevertheless
          insertEnded(rows, passage, StayEnd.NO_ENTRY);
        }
      }
      case WITHOUT_ENTRY -> insertEnded(rows, passage, change.end());
    }
    return superseded;
  }

  private List<Ended> open(BookRows rows, PassageRecord passage) {
    changingOpen(rows, passage.plate());
    Update end =
        rows.handle()
            .createUpdate(
                """
                UPDATE stay SET ended_at = GREATEST(entered_at, :at), ending = 'SUPERSEDED',
                  superseded_by = :id
                WHERE open_plate = :plate
                """);
    List<Ended> superseded =
        ended(
            end.bind("at", PassageWriter.utc(passage.capturedAt()))
                .bind("id", passage.id())
                .bind("plate", passage.plate().text()));
    insert(rows, passage)
        .bind("entry", passage.id())
        .bind("enteredAt", PassageWriter.utc(passage.capturedAt()))
        .bindNull("exit", java.sql.Types.OTHER)
        .bindNull("endedAt", java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .bindNull("ending", java.sql.Types.VARCHAR)
        .execute();
    return superseded;
  }

  private static List<Ended> ended(Update end) {
    return end.executeAndReturnGeneratedKeys("id", "plate")
        .map((row, _) -> new Ended(row.getObject("id", UUID.class), row.getString("plate")))
        .list();
  }

  private int close(BookRows rows, PassageRecord passage) {
    rows.changing(Book.STAY, passage.stay().stay());
    Update update =
        rows.handle()
            .createUpdate(
                """
                UPDATE stay SET exit_passage = :exit, ended_at = GREATEST(entered_at, :at),
                  ending = :ending, fee_dong = :fee, paid_dong = :paid, method = :method,
                  tariff = :tariff, approved_by = :approvedBy, reason = :reason, settled_by = :settledBy
                WHERE id = :stay AND ending IS NULL
                """);
    bind(update, passage);
    return update
        .bind("exit", passage.id())
        .bind("at", PassageWriter.utc(passage.capturedAt()))
        .bind("ending", passage.stay().end().name())
        .bind("stay", passage.stay().stay())
        .execute();
  }

  private void insertEnded(BookRows rows, PassageRecord passage, StayEnd end) {
    insert(rows, passage)
        .bindNull("entry", java.sql.Types.OTHER)
        .bind("enteredAt", PassageWriter.utc(passage.capturedAt()))
        .bind("exit", passage.id())
        .bind("endedAt", PassageWriter.utc(passage.capturedAt()))
        .bind("ending", end.name())
        .execute();
  }

  private Update insert(BookRows rows, PassageRecord passage) {
    String plate = passage.plate().text();
    rows.adding(Book.STAY, passage.id());
    Update insert =
        rows.handle()
            .createUpdate(
                """
                INSERT INTO stay (id, plate, display, head, tail, kind, entry_passage, entered_at,
                  exit_passage, ended_at, ending, fee_dong, paid_dong, method, tariff, approved_by,
                  reason, settled_by)
                VALUES (:id, :plate, :display, :head, :tail, :kind, :entry, :enteredAt,
                  :exit, :endedAt, :ending, :fee, :paid, :method, :tariff, :approvedBy,
                  :reason, :settledBy)
                """)
            .bind("id", passage.id())
            .bind("plate", plate)
            .bind("display", passage.plate().display())
            .bind("head", StayKeys.head(fold.apply(plate)))
            .bind("tail", StayKeys.tail(fold.apply(plate)))
            .bind("kind", passage.stay().kind().name());
    bind(insert, passage);
    return insert;
  }

  /** The plate's open stay ends for another one. */
  private static void changingOpen(BookRows rows, Plate plate) {
    rows.handle()
        .createQuery("SELECT id FROM stay WHERE open_plate = :plate")
        .bind("plate", plate.text())
        .mapTo(UUID.class)
        .forEach(stay -> rows.changing(Book.STAY, stay));
  }

  private static void bind(Update update, PassageRecord passage) {
    Optional<Settlement> settlement = Optional.ofNullable(passage.stay().settlement());
    update
        .bind("fee", settlement.map(Settlement::feeDong).orElse(null))
        .bind("paid", settlement.map(Settlement::paidDong).orElse(null))
        .bind("method", settlement.map(s -> s.method().name()).orElse(null))
        .bind("tariff", settlement.map(Settlement::tariff).orElse(""))
        .bind("approvedBy", settlement.map(Settlement::approvedBy).orElse(""))
        .bind("reason", settlement.map(Settlement::reason).orElse(""))
        .bind("settledBy", settlement.map(s -> passage.decidedBy()).orElse(""));
  }

  /**
   * The stay of a corrected entry goes on under the right plate, and an open one of that plate ends
   * for it; of a corrected exit only the words change: what was charged stays.
   *
   * @return stays that ended for it, without an exit
   */
  List<Ended> rename(BookRows rows, UUID passage, Plate plate) {
    changingOpen(rows, plate);
    rows.changing(Book.STAY, passage);
    Handle handle = rows.handle();
    Update end =
        handle.createUpdate(
            """
            UPDATE stay SET ending = 'SUPERSEDED', superseded_by = :passage,
              ended_at = GREATEST(entered_at,
                (SELECT MAX(entered_at) FROM stay WHERE id = :passage AND ending IS NULL))
            WHERE open_plate = :plate AND id <> :passage
              AND EXISTS (SELECT 1 FROM stay WHERE id = :passage AND ending IS NULL)
            """);
    List<Ended> superseded = ended(end.bind("plate", plate.text()).bind("passage", passage));
    handle
        .createUpdate(
            """
            UPDATE stay SET plate = :plate, display = :display, head = :head, tail = :tail
            WHERE id = :passage
            """)
        .bind("plate", plate.text())
        .bind("display", plate.display())
        .bind("head", StayKeys.head(fold.apply(plate.text())))
        .bind("tail", StayKeys.tail(fold.apply(plate.text())))
        .bind("passage", passage)
        .execute();
    return superseded;
  }

  /** A passage that was never acknowledged leaves no trace. */
  void takeBack(BookRows rows, UUID passage) {
    Handle handle = rows.handle();
    handle.execute("DELETE FROM stay WHERE id = ?", passage);
    handle.execute(
        """
        UPDATE stay SET ended_at = NULL, ending = NULL, superseded_by = NULL
        WHERE superseded_by = ?
        """,
        passage);
    handle.execute(
        """
        UPDATE stay SET exit_passage = NULL, ended_at = NULL, ending = NULL, fee_dong = NULL,
          paid_dong = NULL, method = NULL, tariff = '', approved_by = '', reason = '',
          settled_by = ''
        WHERE exit_passage = ?
        """,
        passage);
  }

  /** Ends an open stay without an exit passage. */
  static int end(BookRows rows, UUID stay, StayEnd end, String by, String reason, Instant at) {
    rows.changing(Book.STAY, stay);
    return rows.handle()
        .createUpdate(
            """
            UPDATE stay SET ended_at = GREATEST(entered_at, :at), ending = :ending,
              reason = :reason, settled_by = :by
            WHERE id = :stay AND ending IS NULL
            """)
        .bind("at", PassageWriter.utc(at))
        .bind("ending", end.name())
        .bind("reason", reason)
        .bind("by", by)
        .bind("stay", stay)
        .execute();
  }
}
