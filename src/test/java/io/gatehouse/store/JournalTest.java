package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.support.SamplePassages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final long LARGE = 1 << 20;

  @TempDir Path folder;

  private final StoreJson json = new StoreJson();

  @Test
  void entriesComeBackWholeAndInOrder() throws IOException {
    CorrectionRecord correction =
        new CorrectionRecord(
            new UUID(7, 9),
            entry(1).id(),
            "59P168480",
            SamplePassages.plate("29MĐ112345"),
            "Bình",
            SamplePassages.START);
    try (Journal journal = open(LARGE)) {
      journal.append(entry(1));
      journal.append(correction);
      journal.append(entry(2));
    }

    assertThat(read()).containsExactly(entry(1), correction, entry(2));
  }

  @Test
  void aJournalGoesOnWhereItEnded() throws IOException {
    append(LARGE, 1);
    append(LARGE, 2);

    assertThat(read()).containsExactly(entry(1), entry(2));
    assertThat(Journal.files(folder)).hasSize(1);
  }

  @Test
  void anEntryCutShortAnywhereIsCutOffAndTheNextOneIsWhole() throws IOException {
    append(LARGE, 1);
    long first = Files.size(file());
    append(LARGE, 2);
    byte[] whole = Files.readAllBytes(file());
    for (int length = (int) first; length < whole.length; length += 97) {
      Files.write(file(), Arrays.copyOf(whole, length));
      append(LARGE, 3);

      assertThat(read()).as("cut at %d", length).containsExactly(entry(1), entry(3));
    }
  }

  @Test
  void garbageAtTheEndIsCutOff() throws IOException {
    append(LARGE, 1);
    Files.write(file(), new byte[5000], StandardOpenOption.APPEND);
    append(LARGE, 2);

    assertThat(read()).containsExactly(entry(1), entry(2));
  }

  @Test
  void garbageInTheMiddleCostsOnlyWhatItHit() throws IOException {
    append(LARGE, 1);
    int second = (int) Files.size(file());
    append(LARGE, 2);
    append(LARGE, 3);
    byte[] bytes = Files.readAllBytes(file());
    Arrays.fill(bytes, second + 4, second + 60, (byte) 0xFF);
    Files.write(file(), bytes);
    append(LARGE, 4);

    assertThat(read()).containsExactly(entry(1), entry(3), entry(4));
    assertThat(JournalPart.read(file()).damagedBytes()).isPositive();
  }

  @Test
  void oneChangedBitIsNoticed() throws IOException {
    append(LARGE, 1);
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length - 3] ^= 1;
    Files.write(file(), bytes);

    assertThat(read()).isEmpty();
  }

  @Test
  void aFullPartIsFollowedByAnotherAndTheOldestAreDroppedWhenAsked() throws IOException {
    try (Journal journal = open(1)) {
      for (int i = 0; i < 5; i++) {
        journal.append(entry(i));
      }
      assertThat(read()).hasSize(5);

      journal.dropOldest(2);
    }

    assertThat(read()).containsExactly(entry(3), entry(4));
    append(1, 5);
    assertThat(read()).containsExactly(entry(3), entry(4), entry(5));
  }

  @Test
  void anInterruptedThreadStillAppends() throws IOException {
    try (Journal journal = open(LARGE)) {
      Thread.currentThread().interrupt();
      journal.append(entry(1));
      assertThat(Thread.interrupted()).isTrue();
      journal.append(entry(2));
    }

    assertThat(read()).containsExactly(entry(1), entry(2));
  }

  private Journal open(long partBytes) throws IOException {
    return Journal.open(folder, partBytes, json);
  }

  private void append(long partBytes, int number) throws IOException {
    try (Journal journal = open(partBytes)) {
      journal.append(entry(number));
    }
  }

  private Path file() throws IOException {
    return Journal.files(folder).getLast();
  }

  private List<JournalEntry> read() throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    for (Path file : Journal.files(folder)) {
      JournalPart.read(file).frames().forEach(frame -> entries.add(frame.entry(json)));
    }
    return entries;
  }

  private static PassageRecord entry(int number) {
    NewPassage passage = SamplePassages.passage(number);
    return PassageRecord.of(
        new UUID(number, number), passage, PictureSet.of(Optional.of(SamplePassages.pictures(1))));
  }
}
