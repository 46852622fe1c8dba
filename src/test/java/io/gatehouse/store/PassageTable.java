package io.gatehouse.store;

import io.gatehouse.decide.Outcome;
import io.gatehouse.support.SamplePassages;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Fills a store with many passages at once, past the durable path, for measurements. */
public final class PassageTable {

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
                  handle,
                  PassageRecord.of(new UUID(i, 1), passage, PictureSet.EMPTY),
                  PictureSet.EMPTY,
                  SamplePassages.START);
            }
          });
    }
  }
}
