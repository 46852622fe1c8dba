package io.gatehouse.snapshot.journal;

import java.nio.file.Path;

/** Pays and stores without end, in a journal that is replaced at each step; to be killed. */
final class JournalProcess {

  /** Answers that are pending at a time. */
  static final int AHEAD = 3;

  private JournalProcess() {}

  /** Arguments: folder, number of the first answer. */
  public static void main(String[] args) throws Exception {
    try (ImportJournal journal = ImportJournal.open(Path.of(args[0]), 0)) {
      System.out.println("runner " + journal.runner());
      for (int number = Integer.parseInt(args[1]); ; number++) {
        journal.answered(ImportJournalTest.answer(number));
        System.out.println("paid " + number);
        int old = number - AHEAD;
        System.out.println("storing " + old);
        journal.stored(ImportJournalTest.answer(old).sha256());
      }
    }
  }
}
