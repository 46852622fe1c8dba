package io.gatehouse.store;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.plate.Confusions;
import io.gatehouse.plate.Plate;
import io.gatehouse.support.Fleet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Fills a store with years of traffic at once, past the durable path, for measurements. */
public final class BookTables {

  private static final int STAYS_A_TRANSACTION = 20_000;
  private static final Duration BETWEEN = Duration.ofSeconds(60);
  private static final Duration STAYED = Duration.ofHours(3);

  private final KioskStore store;
  private final Fleet fleet;
  private final Instant start;
  private final Random random = new Random(11);

  public BookTables(KioskStore store, Fleet fleet, Instant start) {
    this.store = store;
    this.fleet = fleet;
    this.start = start;
  }

  /**
   * Entries a minute apart, each with its exit but the last.
   *
   * @param passages of all
   * @param inside how many have not left; each a vehicle of its own
   */
  public void fill(int passages, int inside) {
    int left = (passages - inside) / 2;
    LargeCache.during(store, () -> rows(left, inside));
    store
        .database()
        .jdbi()
        .useHandle(handle -> {
          handle.execute(
              "ALTER TABLE passage ALTER COLUMN no RESTART WITH " + (passages + inside + 1L));
          // or the same question asked again would not be answered but remembered
          handle.execute("SET OPTIMIZE_REUSE_RESULTS 0");
        });
  }

  private void rows(int left, int inside) {
    for (int from = 0; from < left + inside; from += STAYS_A_TRANSACTION) {
      int first = from;
      int end = Math.min(left + inside, from + STAYS_A_TRANSACTION);
      store.database().jdbi().useTransaction(handle -> stays(handle, first, end, left));
    }
    store.database().jdbi().useTransaction(new PlateEnds(Confusions::fold)::addAll);
  }

  public void list(List<ListEntry> entries) throws StoreException {
    store.books().lists().takeIn(entries, "bench", start);
  }

  private void stays(Handle handle, int first, int end, int left) {
    PreparedBatch passage =
        handle.prepareBatch(
            """
            INSERT INTO passage (no, id, direction, lane, captured_at, frame_sequence,
              captured_nanos, plate, plate_kind, plate_lines, display, upper_line, lower_line,
              colour, outcome, decided_by, decided_at, reason, read_text, confidence, reading)
            VALUES (?, ?, ?, 'Cổng A', ?, 1, 1, ?, ?, ?, ?, ?, ?, 'WHITE', ?, 'Nguyễn Văn An', ?,
              '', ?, 0.97, '{"colour":"WHITE","text":"59P168480","confidence":0.97}')
            """);
    PreparedBatch listing =
        handle.prepareBatch(
            """
            INSERT INTO listing (passage_no, captured_at, plate, folded, direction, outcome, corrected)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """);
    PreparedBatch stay =
        handle.prepareBatch(
            """
            INSERT INTO stay (id, plate, display, head, tail, kind, entry_passage, entered_at,
              exit_passage, ended_at, ending, fee_dong, paid_dong, method)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    for (int i = first; i < end; i++) {
      boolean inside = i >= left;
      Plate plate = inside ? fleet.plate(i - left) : fleet.any(random);
      Instant entered = start.plus(BETWEEN.multipliedBy(i));
      UUID entry = new UUID(i, 1);
      passage(passage, listing, 2L * i + 1, entry, "IN", plate, entered);
      UUID exit = inside ? null : new UUID(i, 2);
      if (!inside) {
        passage(passage, listing, 2L * i + 2, exit, "OUT", plate, entered.plus(STAYED));
      }
      String folded = Confusions.fold(plate.text());
      stay.add(
          entry,
          plate.text(),
          plate.display(),
          StayKeys.head(folded),
          StayKeys.tail(folded),
          VehicleKind.of(plate).name(),
          entry,
          PassageWriter.utc(entered),
          exit,
          inside ? null : PassageWriter.utc(entered.plus(STAYED)),
          inside ? null : "LEFT",
          inside ? null : 4000,
          inside ? null : 4000,
          inside ? null : "CASH");
    }
    passage.execute();
    listing.execute();
    stay.execute();
  }

  private void passage(
      PreparedBatch passage,
      PreparedBatch listing,
      long no,
      UUID id,
      String direction,
      Plate plate,
      Instant at) {
    String outcome = outcome().name();
    passage.add(
        no,
        id,
        direction,
        PassageWriter.utc(at),
        plate.text(),
        plate.kind().name(),
        plate.lines(),
        plate.display(),
        plate.upper(),
        plate.lower(),
        outcome,
        PassageWriter.utc(at),
        plate.text());
    listing.add(
        no,
        PassageWriter.utc(at),
        plate.text(),
        Confusions.fold(plate.text()),
        direction,
        outcome,
        outcome.equals("CORRECTED"));
  }

  private Outcome outcome() {
    int of1000 = random.nextInt(1000);
    if (of1000 < 5) {
      return Outcome.REJECTED;
    }
    if (of1000 < 50) {
      return Outcome.CORRECTED;
    }
    return of1000 < 80 ? Outcome.TYPED : Outcome.CONFIRMED;
  }
}
