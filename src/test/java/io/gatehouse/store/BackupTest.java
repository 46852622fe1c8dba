package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.support.FakeTime;
import io.gatehouse.support.SamplePassages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

  @TempDir Path folder;

  private final FakeTime time = new FakeTime();
  private DataFolder data;
  private Passage first;

  @BeforeEach
  void recordOne() throws StoreException, IOException {
    data = DataFolder.open(folder.resolve("data"));
    Files.writeString(data.settingsFile(), "{}");
    try (KioskStore store = open(data)) {
      first = store.passages().record(SamplePassages.passage(1));
    }
  }

  @AfterEach
  void close() {
    data.close();
  }

  private KioskStore open(DataFolder where) throws StoreException {
    return KioskStore.open(where, time, H2PassageStoreTest::fold);
  }

  private Passage recordAnother() throws StoreException {
    try (KioskStore store = open(data)) {
      return store.passages().record(SamplePassages.passage(2));
    }
  }

  @Test
  void aBackupBecomesTheSameKioskElsewhere() throws Exception {
    Path file = folder.resolve("kept/all.zip");
    Backup.write(data, file);

    try (DataFolder other = DataFolder.open(folder.resolve("other"))) {
      assertThat(Backup.restore(file, other, false, time.now())).isEqualTo(other.root());
      assertThat(other.settingsFile()).hasContent("{}");
      assertThat(other.root().resolve("gatehouse.mv.db.before")).doesNotExist();
      try (KioskStore store = open(other)) {
        assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
        assertThat(store.passages().find(first.id())).contains(first);
        assertThat(store.passages().picture(first.id(), PictureSize.FULL))
            .contains(SamplePassages.fullPicture(1));
      }
    }
  }

  @Test
  void aDatabaseIsNeverOverwrittenUnaskedAndKeptAsideWhenAsked() throws Exception {
    Path file = folder.resolve("all.zip");
    Backup.write(data, file);
    Passage second = recordAnother();
    byte[] before = Files.readAllBytes(data.databaseFile());

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Backup.restore(file, data, false, time.now()))
        .withMessageContaining("--force");
    assertThat(data.databaseFile()).hasBinaryContent(before);

    Path aside = Backup.restore(file, data, true, time.now());
    assertThat(aside.resolve("gatehouse.mv.db")).hasBinaryContent(before);
    assertThat(Journal.files(aside.resolve("journal"))).isNotEmpty();
    try (KioskStore store = open(data)) {
      assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
      assertThat(store.passages().find(first.id())).isPresent();
      assertThat(store.passages().find(second.id())).isEmpty();
    }
  }

  @Test
  void whatWasLearnedIsReplacedTooAndOtherProgramsCachesAreLeftAlone() throws Exception {
    Path learned = write("learned/profile-1.json", "before");
    Path cache = write(".cache/fontconfig/fonts", "before");
    Path file = folder.resolve("all.zip");
    Backup.write(data, file);
    Files.writeString(learned, "after");
    Files.writeString(cache, "after");
    Path later = write("learned/profile-2.json", "after");

    Path aside = Backup.restore(file, data, true, time.now());

    assertThat(learned).hasContent("before");
    assertThat(later).doesNotExist();
    assertThat(cache).hasContent("after");
    assertThat(aside.resolve("learned/profile-1.json")).hasContent("after");
    assertThat(aside.resolve("learned/profile-2.json")).hasContent("after");
    assertThat(aside.resolve("gatehouse.mv.db")).isRegularFile();
  }

  @Test
  void aBackupThatCannotBePutBackWholeLeavesEverythingAsItWas() throws Exception {
    Path learned = write("learned/profile-1.json", "before");
    Path file = folder.resolve("all.zip");
    Backup.write(data, file);
    Files.writeString(learned, "after");
    Files.writeString(data.settingsFile(), "{\"sound\":false}");
    Passage second = recordAnother();
    byte[] before = Files.readAllBytes(data.databaseFile());
    write("replaced/20260101T000000Z/learned/in-the-way", "");
    time.setWallClock(Instant.parse("2026-01-01T00:00:00Z"));

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Backup.restore(file, data, true, time.now()))
        .withMessageContaining("could not be put back");

    assertThat(data.databaseFile()).hasBinaryContent(before);
    assertThat(learned).hasContent("after");
    assertThat(data.settingsFile()).hasContent("{\"sound\":false}");
    try (KioskStore store = open(data)) {
      assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
      assertThat(store.passages().find(second.id())).contains(second);
    }
  }

  private Path write(String name, String text) throws IOException {
    Path file = data.root().resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void whatIsNoBackupChangesNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("holiday.zip"), "no zip");
    byte[] before = Files.readAllBytes(data.databaseFile());

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Backup.restore(file, data, true, time.now()))
        .withMessageContaining("holiday.zip");
    assertThat(data.databaseFile()).hasBinaryContent(before);
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() throws Exception {
    Path file = Files.writeString(folder.resolve("all.zip"), "mine");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Backup.write(data, file))
        .withMessageContaining("is there already");
    assertThat(file).hasContent("mine");
  }

  @Test
  void theRunningKioskKeepsThreeBackupsThatCanBePutBack() throws Exception {
    Path newest = folder;
    Passage last = first;
    try (KioskStore store = open(data)) {
      assertThat(store.nightlyBackup().age()).isEmpty();
      for (int night = 2; night < 7; night++) {
        last = store.passages().record(SamplePassages.passage(night));
        time.advance(Duration.ofDays(1));
        newest = store.nightlyBackup().make().orElseThrow();
      }
      assertThat(store.nightlyBackup().age()).isPresent();
    }
    try (Stream<Path> kept = Files.list(data.root().resolve("backup"))) {
      assertThat(kept.sorted().toList()).hasSize(3).last().isEqualTo(newest);
    }

    try (DataFolder other = DataFolder.open(folder.resolve("other"))) {
      Backup.restore(newest, other, false, time.now());
      try (KioskStore store = open(other)) {
        assertThat(store.passages().find(last.id())).contains(last);
        assertThat(store.passages().picture(last.id(), PictureSize.FULL))
            .contains(SamplePassages.fullPicture(6));
      }
    }
  }

  @Test
  void aDiskWithoutRoomGetsNoBackup() throws Exception {
    try (KioskStore store = open(data)) {
      NightlyBackup backup =
          new NightlyBackup(
              store.database(), folder.resolve("backup"), () -> 1 << 20, 1 << 20, time);
      assertThat(backup.make()).isEmpty();
    }
    assertThat(folder.resolve("backup")).isEmptyDirectory();
  }
}
