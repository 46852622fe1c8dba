package io.gatehouse.store;

import io.gatehouse.decide.Outcome;
import io.gatehouse.support.SamplePassages;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Fills a store with many passages at once, past the durable path, for measurements. */
public final class PassageTable {

  private static final int ROWS_A_STATEMENT = 20_000;
  private static final int ROWS_A_TRANSACTION = 2_000;

  private PassageTable() {}

  /** Random plates without pictures, 30 seconds apart. */
  public static void fill(KioskStore store, int passages) {
    PassageWriter writer = new PassageWriter(UnaryOperator.identity(), new StoreJson());
    Random random = new Random(7);
    for (int from = 0; from < passages; from += ROWS_A_TRANSACTION) {
      int first = from;
      int end = Math.min(passages, from + ROWS_A_TRANSACTION);
      store
          .database()
          .jdbi()
          .useTransaction(handle -> {
            BookSchema schema = new BookSchema(handle);
            for (int i = first; i < end; i++) {
              String plate =
                  "%02d%c%d%05d"
                      .formatted(
                          11 + random.nextInt(88),
                          (char) ('A' + random.nextInt(26)),
                          1 + random.nextInt(9),
                          random.nextInt(100_000));
              NewPassage passage =
                  SamplePassages.passage(i, plate, Outcome.CONFIRMED, Optional.empty());
              writer.write(
                  new BookRows(handle, schema),
                  PassageRecord.of(new UUID(i, 1), passage, PictureSet.EMPTY),
                  PictureSet.EMPTY,
                  SamplePassages.START);
            }
          });
    }
  }

  /**
   * Makes passages 30 seconds apart and their stays by the database alone: each entry has its exit
   * two hours later and 4,000 đồng, but for the newest. Some thousands in a transaction, with a
   * large cache, and ids that grow: a million at once would write each page of every index often.
   *
   * @param inside vehicles that are inside at the end
   */
  public static void make(KioskStore store, int passages, int inside) {
    LargeCache.during(
        store,
        () -> {
          for (int from = 0; from < passages; from += ROWS_A_STATEMENT) {
            int first = from + 1;
            int last = Math.min(passages, from + ROWS_A_STATEMENT);
            store
                .database()
                .jdbi()
                .useTransaction(handle -> make(handle, first, last, passages - 2L * inside));
          }
        });
  }

  private static void make(Handle handle, int first, int last, long firstInside) {
    handle.execute(
        """
        INSERT INTO passage (no, id, direction, lane, captured_at, frame_sequence,
          captured_nanos, plate, plate_kind, plate_lines, display, upper_line, lower_line,
          colour, outcome, decided_by, decided_at, reason, read_text, confidence, reading)
        SELECT x, CAST('00000000-0000-7000-8000-' || LPAD(CAST(x AS VARCHAR), 12, '0') AS UUID),
          CASE WHEN MOD(x, 2) = 1 THEN 'IN' ELSE 'OUT' END, 'Cổng A',
          DATEADD(SECOND, 30 * x, CAST(? AS TIMESTAMP(6) WITH TIME ZONE)), x, x,
          '59P1' || LPAD(CAST(MOD(x * 7919, 100000) AS VARCHAR), 5, '0'), 'MOTORBIKE', 2,
          '59-P1 12345', '59-P1', '12345', 'WHITE',
          CASE WHEN MOD(x, 29) = 0 THEN 'CORRECTED' WHEN MOD(x, 97) = 0 THEN 'TYPED'
            ELSE 'CONFIRMED' END,
          'An', DATEADD(SECOND, 30 * x, CAST(? AS TIMESTAMP(6) WITH TIME ZONE)), '',
          '59P1' || LPAD(CAST(MOD(x * 7919, 100000) AS VARCHAR), 5, '0'), 0.97,
          REPEAT('x', 900)
        FROM SYSTEM_RANGE(?, ?)
        """,
        PassageWriter.utc(SamplePassages.START),
        PassageWriter.utc(SamplePassages.START),
        first,
        last);
    handle.execute(
        """
        INSERT INTO listing (passage_no, captured_at, plate, folded, direction, outcome,
          corrected)
        SELECT no, captured_at, plate, plate, direction, outcome, outcome = 'CORRECTED'
        FROM passage WHERE no BETWEEN ? AND ?
        """,
        first,
        last);
    handle.execute(
        """
        INSERT INTO picture_quality (passage_no, captured_at, sharpness, brightness)
        SELECT no, captured_at, 0.1, 80 FROM passage WHERE no BETWEEN ? AND ?
        """,
        first,
        last);
    handle.execute(
        """
        INSERT INTO stay (id, plate, display, head, tail, kind, entry_passage, entered_at,
          exit_passage, ended_at, ending, fee_dong, paid_dong, method)
        SELECT id, plate || no, display, 'H', 'T', 'MOTORBIKE', id, captured_at,
          CASE WHEN no < ? THEN id END,
          CASE WHEN no < ? THEN DATEADD(HOUR, 2, captured_at) END,
          CASE WHEN no < ? THEN 'LEFT' END, 4000, 4000, 'CASH'
        FROM passage WHERE direction = 'IN' AND no BETWEEN ? AND ?
        """,
        firstInside,
        firstInside,
        firstInside,
        first,
        last);
  }
}
