package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.common.KnownFailure;
import io.gatehouse.store.RecoveryReport.Cause;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.SamplePassages;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What starts after something happened to the files. */
class RecoveryTest {

  private static final int PASSAGES = 12;

  @TempDir Path folder;

  private final FakeTime time = new FakeTime();
  private final List<Passage> recorded = new ArrayList<>();
  private DataFolder data;

  @BeforeEach
  void recordSome() throws StoreException {
    data = DataFolder.open(folder);
    try (KioskStore store = open()) {
      for (int i = 0; i < PASSAGES; i++) {
        recorded.add(store.passages().record(SamplePassages.passage(i)));
      }
      Passage corrected =
          store
              .passages()
              .correct(
                  recorded.getFirst().id(),
                  SamplePassages.plate("29A12345"),
                  "Bình",
                  Instant.parse("2026-03-02T09:00:00Z"));
      recorded.set(0, corrected);
    }
  }

  @AfterEach
  void close() {
    data.close();
  }

  @Test
  void aStoreThatWasClosedWellNeedsNothing() throws StoreException {
    try (KioskStore store = open()) {
      assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
      assertAllThere(store, PASSAGES);
    }
  }

  @Test
  void garbageInTheHeaderIsKeptAsideAndEverythingComesBackWithItsPictures() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(data.databaseFile().toFile(), "rw")) {
      byte[] garbage = new byte[8192];
      new Random(1).nextBytes(garbage);
      file.write(garbage);
    }
    byte[] damaged = Files.readAllBytes(data.databaseFile());

    try (KioskStore store = open()) {
      RecoveryReport report = store.recovery();
      assertThat(report.cause()).isEqualTo(Cause.DATABASE_DAMAGED);
      assertThat(report.keptAside().orElseThrow())
          .isEqualTo(folder.resolve("damaged/gatehouse-20260302T010000Z.mv.db"))
          .hasBinaryContent(damaged);
      assertThat(report.line()).startsWith("The database file was damaged: ");
      assertAllThere(store, 0);
      assertGoesOn(store);
    }
    assertNextStartIsClean();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 10, 30, 50, 70, 90, 99})
  void ofATruncatedDatabaseNoPassageIsLostAndALossOfPicturesIsTold(int percentLeft)
      throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(data.databaseFile().toFile(), "rw")) {
      file.setLength(file.length() * percentLeft / 100);
    }

    try (KioskStore store = open()) {
      RecoveryReport report = store.recovery();
      assertAllThere(store, report.happened() ? 0 : PASSAGES);
      if (report.happened()) {
        assertThat(report.keptAside()).isPresent();
      }
      assertGoesOn(store);
    }
    assertNextStartIsClean();
  }

  @Test
  void aDatabaseCutToNothingIsNotTakenForANewOne() throws Exception {
    Files.write(data.databaseFile(), new byte[0]);

    try (KioskStore store = open()) {
      assertThat(store.recovery().cause()).isEqualTo(Cause.DATABASE_EMPTIED);
      assertThat(store.recovery().replayed()).isEqualTo(PASSAGES + 1);
      assertThat(store.recovery().picturesLost()).isEqualTo(PASSAGES);
      assertAllThere(store, 0);
      assertGoesOn(store);
    }
    assertNextStartIsClean();
  }

  @Test
  void anEmptyDatabaseInThePlaceOfTheOldOneIsNotTakenForIt() throws Exception {
    Files.delete(data.databaseFile());
    try (Connection _ =
        DriverManager.getConnection(Database.url(data.databaseFile(), ""), Database.USER, "")) {
      assertThat(data.databaseFile()).exists();
    }

    try (KioskStore store = open()) {
      assertThat(store.recovery().cause()).isEqualTo(Cause.DATABASE_EMPTIED);
      assertThat(store.recovery().keptAside()).isPresent();
      assertAllThere(store, 0);
    }
    assertNextStartIsClean();
  }

  @Test
  void aDeletedDatabaseIsMadeAnewFromTheJournal() throws Exception {
    Files.delete(data.databaseFile());

    try (KioskStore store = open()) {
      assertThat(store.recovery().cause()).isEqualTo(Cause.DATABASE_MISSING);
      assertThat(store.recovery().replayed()).isEqualTo(PASSAGES + 1);
      assertThat(store.recovery().keptAside()).isEmpty();
      assertAllThere(store, 0);
      assertGoesOn(store);
    }
    assertNextStartIsClean();
  }

  @Test
  void aDatabaseThatIsBehindIsBroughtUpAndKeptAsItWas() throws Exception {
    Path older = Files.copy(data.databaseFile(), folder.resolve("older"));
    try (KioskStore store = open()) {
      recorded.add(store.passages().record(SamplePassages.passage(PASSAGES)));
    }
    Files.copy(older, data.databaseFile(), StandardCopyOption.REPLACE_EXISTING);

    try (KioskStore store = open()) {
      RecoveryReport report = store.recovery();
      assertThat(report.cause()).isEqualTo(Cause.DATABASE_BEHIND);
      assertThat(report.replayed()).isEqualTo(1);
      assertThat(report.picturesLost()).isEqualTo(1);
      assertThat(report.keptAside().orElseThrow()).exists();
      assertAllThere(store, PASSAGES);
      assertThat(TestDatabases.count(store, "outbox")).isEqualTo(PASSAGES + 2);
    }
    assertNextStartIsClean();
  }

  @Test
  void aCutDuringTheRebuildLeavesNothingBehind() throws Exception {
    Files.createDirectories(folder.resolve("rebuild"));
    Files.writeString(folder.resolve("rebuild/gatehouse.mv.db"), "half written");
    Files.delete(data.databaseFile());

    try (KioskStore store = open()) {
      assertAllThere(store, 0);
    }
    assertThat(folder.resolve("rebuild")).doesNotExist();
  }

  @Test
  void garbageInTheJournalDoesNotHarmAGoodDatabase() throws Exception {
    Path journal = Journal.files(data.journalFolder()).getLast();
    byte[] garbage = new byte[(int) Files.size(journal)];
    new Random(3).nextBytes(garbage);
    Files.write(journal, garbage);

    try (KioskStore store = open()) {
      assertThat(store.recovery().happened()).isFalse();
      assertAllThere(store, PASSAGES);
      assertGoesOn(store);
    }
    assertNextStartIsClean();
  }

  @Test
  void aLostJournalIsBegunAnew() throws Exception {
    for (Path file : Journal.files(data.journalFolder())) {
      Files.delete(file);
    }

    try (KioskStore store = open()) {
      assertThat(store.recovery().happened()).isFalse();
      assertAllThere(store, PASSAGES);
      assertGoesOn(store);
    }
    assertNextStartIsClean();
  }

  @Test
  void aFailedMigrationStopsTheStartWithOneLineAndChangesNothing() throws Exception {
    change("UPDATE \"flyway_schema_history\" SET \"checksum\" = 1 WHERE \"version\" = '1'");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::open)
        .withMessageStartingWith(
            "The database %s could not be brought to this version".formatted(data.databaseFile()))
        .withMessageNotContaining("\n")
        .extracting(StoreException::failure)
        .isEqualTo(KnownFailure.STORE_BROKEN);
    assertThat(data.damagedFolder()).doesNotExist();
  }

  @Test
  void aDatabaseOfANewerProgramStopsTheStart() throws Exception {
    change(
        """
        INSERT INTO "flyway_schema_history" SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 5,
          'sa', CURRENT_TIMESTAMP, 1, TRUE
        """);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::open)
        .withMessageContaining(
            "was written by a newer Gatehouse (its tables are of version 99, this program knows ")
        .extracting(StoreException::failure)
        .isEqualTo(KnownFailure.STORE_BROKEN);
  }

  @Test
  void aDatabaseThatAnotherProgramHasOpenIsNotTakenForDamaged() throws Exception {
    try (Connection _ =
        DriverManager.getConnection(
            Database.url(data.databaseFile(), "file:"), Database.USER, "")) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(this::open)
          .withMessageContaining("is open in another program")
          .extracting(StoreException::failure)
          .isEqualTo(KnownFailure.SECOND_KIOSK);
    }
    assertThat(data.damagedFolder()).doesNotExist();
  }

  private KioskStore open() throws StoreException {
    return KioskStore.open(data, time, H2PassageStoreTest::fold);
  }

  private void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(Database.url(data.databaseFile(), ""), Database.USER, "");
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Every acknowledged passage, and the pictures of at least so many, bit for bit. */
  private void assertAllThere(KioskStore store, int leastPictures) throws StoreException {
    int pictures = 0;
    for (int i = 0; i < recorded.size(); i++) {
      Passage expected = recorded.get(i);
      Passage found = store.passages().find(expected.id()).orElseThrow();
      assertThat(found).usingRecursiveComparison().ignoringFields("hasPicture").isEqualTo(expected);
      assertThat(store.passages().reads(expected.id())).hasSize(9);
      if (found.hasPicture()) {
        assertThat(store.passages().picture(expected.id(), PictureSize.FULL))
            .contains(SamplePassages.fullPicture(i));
        pictures++;
      }
    }
    assertThat(pictures).isGreaterThanOrEqualTo(leastPictures);
    assertThat(store.passages().corrections(recorded.getFirst().id())).hasSize(1);
    assertThat(store.passages().search(PassageQuery.newest(100)).total())
        .isEqualTo(recorded.size());
  }

  private void assertGoesOn(KioskStore store) throws StoreException {
    Passage next = store.passages().record(SamplePassages.passage(recorded.size()));
    recorded.add(next);
    UUID id = next.id();
    assertThat(store.passages().find(id)).contains(next);
    assertThat(store.passages().picture(id, PictureSize.FULL)).isPresent();
  }

  private void assertNextStartIsClean() throws StoreException, IOException {
    try (KioskStore store = open()) {
      assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
      assertAllThere(store, 0);
    }
    assertThat(folder.resolve("rebuild")).doesNotExist();
  }
}
