package io.gatehouse.snapshot.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.gatehouse.snapshot.common.ImportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportJournalTest {

  private static final Instant AT = Instant.parse("2026-11-21T01:02:03.456Z");
  private static final String BODY = "{\"results\":[],\"note\":\"dòng\\nhai\"}";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("import.journal");
  }

  static PaidAnswer answer(int number) {
    return new PaidAnswer(
        "%064d".formatted(number), "ảnh %d.jpg".formatted(number), "platerecognizer", AT, BODY);
  }

  private List<PaidAnswer> pending() throws ImportException {
    try (ImportJournal journal = ImportJournal.open(folder)) {
      return journal.pending();
    }
  }

  @Test
  void whatIsPaidIsPendingUntilItIsStored() throws Exception {
    try (ImportJournal journal = ImportJournal.open(folder)) {
      journal.answered(answer(1));
      journal.answered(answer(2));
      journal.stored(answer(1).sha256());
      journal.stored("of a picture that nobody paid for");
    }
    assertThat(pending()).containsExactly(answer(2));
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

  @Test
  void itIsAsSmallAsBeforeWhenAllIsStored() throws Exception {
    byte[] empty;
    try (ImportJournal journal = ImportJournal.open(folder)) {
      empty = Files.readAllBytes(file);
      for (int i = 0; i < 20; i++) {
        journal.answered(answer(i));
        journal.stored(answer(i).sha256());
      }
    }
    assertThat(file).hasBinaryContent(empty);
  }

  /** A watch runs for months, and what the database refuses stays pending all the while. */
  @Test
  void aLongRunDoesNotMakeItGrowNorLoseWhatIsPending() throws Exception {
    try (ImportJournal journal = ImportJournal.open(folder, 2000)) {
      journal.answered(answer(1_000_000));
      for (int i = 0; i < 200; i++) {
        journal.answered(answer(i));
        journal.stored(answer(i).sha256());
        assertThat(Files.size(file)).isLessThan(3500);
      }
      assertThat(journal.pending()).containsExactly(answer(1_000_000));
      assertThat(JournalFile.read(file)).as("as it would be found after a kill").isNotEmpty();
    }
    assertThat(pending()).containsExactly(answer(1_000_000));
  }

  /** Cut at every byte: what was whole is there, what was not is gone, and it goes on. */
  @Test
  void aCutAtAnyByteLosesTheEntryThatWasBeingWrittenAlone() throws Exception {
    long one;
    try (ImportJournal journal = ImportJournal.open(folder)) {
      journal.answered(answer(1));
      one = Files.size(file);
      journal.answered(answer(2));
    }
    byte[] whole = Files.readAllBytes(file);
    // the last byte ends the line, which is whole without it
    for (int cut = (int) one; cut < whole.length - 1; cut += 3) {
      Files.write(file, Arrays.copyOf(whole, cut));
      try (ImportJournal journal = ImportJournal.open(folder)) {
        assertThat(journal.pending()).as("cut at %d", cut).containsExactly(answer(1));
        journal.answered(answer(3));
      }
      assertThat(pending()).isEqualTo(List.of(answer(1), answer(3)));
    }
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    try (ImportJournal journal = ImportJournal.open(folder)) {
      journal.answered(answer(3));
    }
    assertThat(pending()).isEqualTo(List.of(answer(1), answer(2), answer(3)));
  }

  @Test
  void anEntryWhoseBytesChangedCostsItselfAlone() throws Exception {
    long one;
    try (ImportJournal journal = ImportJournal.open(folder)) {
      journal.answered(answer(1));
      one = Files.size(file);
      journal.answered(answer(2));
      journal.answered(answer(3));
    }
    byte[] content = Files.readAllBytes(file);
    content[(int) one + 40] ^= 1;
    Files.write(file, content);

    assertThat(pending()).isEqualTo(List.of(answer(1), answer(3)));
  }

  /** Killed between the new file and its name: the old one counts, and the next one replaces it. */
  @Test
  void aNewFileThatNeverGotItsNameIsNoHarm() throws Exception {
    try (ImportJournal journal = ImportJournal.open(folder)) {
      journal.answered(answer(1));
    }
    Files.writeString(folder.resolve("import.journal.tmp"), "half of a new");
    try (ImportJournal journal = ImportJournal.open(folder, 0)) {
      journal.answered(answer(2));
      journal.stored(answer(1).sha256());
    }
    assertThat(pending()).containsExactly(answer(2));
  }

  @Test
  void nothingIsAppendedToAFileThatCouldNotBeReplaced() throws Exception {
    try (ImportJournal journal = ImportJournal.open(folder, 0)) {
      journal.answered(answer(1));
      journal.answered(answer(2));
      Path inTheWay = Files.createDirectories(folder.resolve("import.journal.tmp/x"));
      assertThatThrownBy(() -> journal.stored(answer(1).sha256())).isInstanceOf(IOException.class);
      journal.answered(answer(3));
      Files.delete(inTheWay);
      Files.delete(inTheWay.getParent());
    }
    assertThat(pending()).containsExactly(answer(2), answer(3));
  }

  @Test
  void oneThatAnEarlierVersionWroteIsUnderstood() throws Exception {
    try (ImportJournal journal = ImportJournal.open(folder)) {
      journal.answered(answer(1));
      journal.answered(answer(2));
    }
    String done =
        "{\"sha256\":\"%s\",\"source\":\"ảnh 1.jpg\",\"outcome\":\"STORED\"}"
            .formatted(answer(1).sha256());
    byte[] line = JournalFile.line(JsonParser.parseString(done).getAsJsonObject());
    Files.write(file, line, StandardOpenOption.APPEND);

    assertThat(pending()).containsExactly(answer(2));
  }

  @Test
  void oneProcessAtATimeHasIt() throws Exception {
    try (ImportJournal journal = ImportJournal.open(folder, 0)) {
      journal.answered(answer(1));
      journal.stored(answer(1).sha256());
      assertThatThrownBy(() -> ImportJournal.open(folder))
          .as("also after it was replaced")
          .isInstanceOf(ImportException.class)
          .hasMessageContaining("another import works in " + folder);
    }
    assertThat(pending()).isEmpty();
  }
}
