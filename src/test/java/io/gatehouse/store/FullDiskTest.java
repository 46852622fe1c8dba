package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.common.KnownFailure;
import io.gatehouse.parking.audit.AuditCheck;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.SamplePassages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

  private static final DiskRoom.Limits LIMITS =
      new DiskRoom.Limits(100_000_000, 1_000_000, 10_000_000);

  @TempDir Path folder;

  private final FakeTime time = new FakeTime();
  private long free = 1_000_000_000;
  private DataFolder data;
  private KioskStore store;

  @BeforeEach
  void openOnARoomyDisk() throws StoreException {
    FilePath.register(new QuotaFileSystem());
    QuotaFileSystem.allow(Long.MAX_VALUE);
    data = DataFolder.open(folder);
    store = open();
  }

  @AfterEach
  void close() {
    QuotaFileSystem.allow(Long.MAX_VALUE);
    store.close();
    data.close();
  }

  @Test
  void withLittleSpaceLeftPicturesAreDroppedAndPassagesKept() throws StoreException {
    free = 99_000_000;
    Passage without = store.passages().record(SamplePassages.passage(1));

    assertThat(without.hasPicture()).isFalse();
    assertThat(store.passages().find(without.id())).contains(without);
    assertThat(store.passages().picture(without.id(), PictureSize.FULL)).isEmpty();
    assertThat(store.passages().reads(without.id())).hasSize(9);
    assertThat(store.health().storesPictures()).isFalse();

    free = 200_000_000;
    Passage with = store.passages().record(SamplePassages.passage(2));
    assertThat(with.hasPicture()).isTrue();
    assertThat(store.health().storesPictures()).isTrue();
  }

  @Test
  void theReserveIsSetApartAndGivenUpWhenNextToNothingIsLeft() throws Exception {
    assertThat(data.reserveFile()).hasSize(1_000_000);

    free = 9_000_000;
    store.passages().record(SamplePassages.passage(1));

    assertThat(data.reserveFile()).doesNotExist();
    store.close();
    store = open();
    assertThat(data.reserveFile()).doesNotExist();
    free = 1_000_000_000;
    store.close();
    store = open();
    assertThat(data.reserveFile()).hasSize(1_000_000);
  }

  @Test
  void aDiskThatFillsDuringTheWriteCostsThePicturesOnly() throws Exception {
    Passage before = store.passages().record(SamplePassages.passage(0));
    // room for some rows but not for pictures, and what the reserve takes
    long full = Files.size(data.databaseFile()) + 60_000;
    QuotaFileSystem.allow(() -> Files.exists(data.reserveFile()) ? full : full + 1_000_000);

    List<Passage> recorded = new ArrayList<>();
    while (Files.exists(data.reserveFile())) {
      recorded.add(store.passages().record(SamplePassages.passage(recorded.size() + 1)));
    }

    assertThat(recorded).extracting(Passage::hasPicture).contains(false);
    store.close();
    QuotaFileSystem.allow(Long.MAX_VALUE);
    store = open();
    assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
    for (Passage passage : recorded) {
      assertThat(store.passages().find(passage.id())).contains(passage);
    }
    assertThat(store.passages().picture(before.id(), PictureSize.FULL))
        .contains(SamplePassages.fullPicture(0));
  }

  @Test
  void aDiskThatTakesNothingAtAllIsSaidAndNothingIsAcknowledged() throws Exception {
    Passage before = store.passages().record(SamplePassages.passage(0));
    QuotaFileSystem.allow(0);

    int refused = 0;
    List<Passage> recorded = new ArrayList<>(List.of(before));
    for (int i = 1; i <= 20 && refused == 0; i++) {
      try {
        // H2 has some free space within its file
        recorded.add(store.passages().record(SamplePassages.passage(i)));
      } catch (StoreException e) {
        assertThat(e.failure()).isEqualTo(KnownFailure.DISK_FULL);
        assertThat(e).hasMessageContaining("disk is full");
        refused++;
      }
    }
    assertThat(refused).isEqualTo(1);
    assertThat(data.reserveFile()).doesNotExist();

    QuotaFileSystem.allow(Long.MAX_VALUE);
    recorded.add(store.passages().record(SamplePassages.passage(21)));
    assertThat(store.passages().search(PassageQuery.newest(100)).passages())
        .containsExactlyInAnyOrderElementsOf(recorded);
    store.close();
    store = open();
    assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
  }

  @Test
  void aJournalThatCannotBeWrittenRefusesThePassageAndLeavesNoTrace() throws Exception {
    Passage first = store.passages().record(SamplePassages.passage(1));
    // every entry begins a file of its own here
    Path inTheWay = Files.createDirectory(data.journalFolder().resolve("passages-000003.journal"));

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.passages().record(SamplePassages.passage(2)))
        .withMessageStartingWith("The passage could not be stored: " + inTheWay);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() ->
            store
                .passages()
                .correct(first.id(), SamplePassages.plate("29A12345"), "An", Instant.EPOCH));
    assertThat(TestDatabases.count(store, "passage")).isEqualTo(1);
    assertThat(TestDatabases.count(store, "outbox")).isEqualTo(1);
    assertThat(store.passages().find(first.id())).contains(first);
    assertThat(store.passages().lastVisits(first.plate(), 5)).containsExactly(first);

    Files.delete(inTheWay);
    Passage next = store.passages().record(SamplePassages.passage(3));
    assertThat(store.passages().picture(next.id(), PictureSize.FULL)).isPresent();

    store.close();
    Files.delete(data.databaseFile());
    store = open();
    assertThat(store.books().audit().before(Long.MAX_VALUE, Set.of(), 10))
        .extracting(row -> row.event().kind())
        .containsExactly(
            AuditKind.NO_ENTRY,
            AuditKind.NOT_KEPT,
            AuditKind.CORRECTION,
            AuditKind.NOT_KEPT,
            AuditKind.NO_ENTRY);
    assertThat(store.books().audit().verify()).isInstanceOf(AuditCheck.Sound.class);
  }

  @Test
  void theDaysLeftFollowFromTheLastDays() throws StoreException {
    store.passages().record(SamplePassages.passage(0));
    assertThat(store.health().daysLeft()).isEmpty();
    time.advance(Duration.ofDays(2));
    store.passages().record(SamplePassages.passage(1));

    StorageHealth health = store.health();

    assertThat(health.freeBytes()).isEqualTo(1_000_000_000);
    assertThat(health.bytesPerDay()).isEqualTo(2 * 69_000);
    assertThat(health.daysLeft()).hasValue(900_000_000 / (2 * 69_000));
  }

  private KioskStore open() throws StoreException {
    return KioskStore.open(
        data,
        time,
        H2PassageStoreTest::fold,
        new KioskStore.Disk(QuotaFileSystem.SCHEME + ":", this::free, LIMITS, 1));
  }

  private long free() throws IOException {
    return free;
  }
}
