package io.gatehouse.snapshot.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.snapshot.common.ImportException;
import io.gatehouse.support.TestProcess;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL while the journal is replaced again and again: no answer that is not stored is lost. */
class JournalKillTest {

  private static final int KILLS = 12;

  @TempDir private Path folder;

  /** What must be pending: paid for, and nobody began to store it. */
  private final TreeSet<Integer> owed = new TreeSet<>();

  private String runner = "";
  private int last;

  @Test
  void aKillAtAnyMomentLosesNoAnswerThatIsNotStored() throws Exception {
    Random random = new Random(29);
    for (int kill = 0; kill < KILLS; kill++) {
      try (TestProcess run =
          TestProcess.start(
              Redirect.INHERIT,
              JournalProcess.class,
              folder.toString(),
              String.valueOf(1000 * (kill + 1)))) {
        note(run.line());
        for (int i = random.nextInt(40); i >= 0; i--) {
          note(run.line());
        }
        assertThatThrownBy(() -> ImportJournal.open(folder))
            .as("while another process replaces it")
            .isInstanceOf(ImportException.class)
            .hasMessageContaining("another import works in");
        run.killAfter(random.nextInt(5_000_000));
        for (String line = run.line(); line != null; line = run.line()) {
          note(line);
        }
        run.awaitKilled();
      }
      check(kill);
    }
  }

  private void note(String line) {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "runner" -> {
        assertThat(runner).isIn("", words[1]);
        runner = words[1];
      }
      case "paid" -> {
        last = Integer.parseInt(words[1]);
        owed.add(last);
      }
      default -> owed.remove(Integer.parseInt(words[1]));
    }
  }

  private void check(int kill) throws Exception {
    try (ImportJournal journal = ImportJournal.open(folder)) {
      assertThat(journal.runner()).hasToString(runner);
      assertThat(journal.pending().stream().map(PaidAnswer::sha256))
          .as("after kill %d at %d", kill + 1, last)
          .containsAll(
              owed.stream().map(number -> ImportJournalTest.answer(number).sha256()).toList());
      assertThat(journal.pending())
          .as("nothing that was stored comes back, but what was being stored or paid for")
          .hasSizeLessThanOrEqualTo(owed.size() + 2 * (kill + 1));
    }
    assertThat(Files.size(folder.resolve("import.journal")))
        .isLessThan(100 + 400L * (owed.size() + 2 * KILLS));
  }
}
