package io.gatehouse.snapshot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.snapshot.common.Outcome;
import io.gatehouse.snapshot.journal.ImportJournal.Done;
import io.gatehouse.snapshot.journal.ImportJournal.PaidAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportJournalTest {

  private static final Instant AT = Instant.parse("2026-11-21T01:02:03.456Z");

  @TempDir private Path folder;

  private static PaidAnswer answer(int number) {
    return new PaidAnswer(
        "%064d".formatted(number),
        "ảnh %d.jpg".formatted(number),
        "platerecognizer",
        AT,
        "{\"results\":[],\"note\":\"dòng\\nhai\"}");
  }

  @Test
  void whatIsPaidIsPendingUntilItIsDone() throws Exception {
    try (ImportJournal journal = ImportJournal.open(folder)) {
      journal.answered(answer(1));
      journal.answered(answer(2));
      journal.done(new Done("ảnh 1.jpg", answer(1).sha256(), Outcome.STORED));
    }
    try (ImportJournal journal = ImportJournal.open(folder)) {
      assertThat(journal.pending()).containsExactly(answer(2));
      assertThat(journal.done("ảnh 1.jpg").orElseThrow().outcome()).isEqualTo(Outcome.STORED);
      assertThat(journal.done("ảnh 2.jpg")).isEmpty();
    }
  }

  @Test
  void theRunnerStaysTheSame() throws Exception {
    UUID runner;
    try (ImportJournal journal = ImportJournal.open(folder)) {
      runner = journal.runner();
    }
    try (ImportJournal journal = ImportJournal.open(folder)) {
      assertThat(journal.runner()).isEqualTo(runner);
    }
  }

  /** Cut at every byte: what was whole is there, what was not is gone, and it goes on. */
  @Test
  void aCutAtAnyByteLosesTheEntryThatWasBeingWrittenAlone() throws Exception {
    Path file = folder.resolve("import.journal");
    long one;
    try (ImportJournal journal = ImportJournal.open(folder)) {
      journal.answered(answer(1));
      one = Files.size(file);
      journal.answered(answer(2));
    }
    byte[] whole = Files.readAllBytes(file);
    for (int cut = (int) one; cut < whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      try (ImportJournal journal = ImportJournal.open(folder)) {
        assertThat(journal.pending()).as("cut at %d", cut).containsExactly(answer(1));
        journal.answered(answer(3));
      }
      try (ImportJournal journal = ImportJournal.open(folder)) {
        assertThat(journal.pending()).isEqualTo(List.of(answer(1), answer(3)));
      }
    }
  }

  @Test
  void anEntryWhoseBytesChangedEndsWhatIsBelieved() throws Exception {
    try (ImportJournal journal = ImportJournal.open(folder)) {
      journal.answered(answer(1));
      journal.answered(answer(2));
    }
    Path file = folder.resolve("import.journal");
    byte[] content = Files.readAllBytes(file);
    content[content.length - 10] ^= 1;
    Files.write(file, content);
    try (ImportJournal journal = ImportJournal.open(folder)) {
      assertThat(journal.pending()).containsExactly(answer(1));
    }
  }
}
