package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.audit.AuditCheck;
import io.gatehouse.store.RecoveryReport.Cause;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.SamplePassages;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no passage makes comes back as passages do. */
class DurableBooksTest {

  @TempDir Path folder;

  private final FakeTime time = new FakeTime();
  private DataFolder data;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
  }

  @AfterEach
  void close() {
    data.close();
  }

  private KioskStore store() throws StoreException {
    return KioskStore.open(data, time, H2PassageStoreTest::fold);
  }

  /** Every row, as a text. */
  private static Map<Book, List<String>> books(KioskStore store) {
    return store
        .database()
        .jdbi()
        .withHandle(handle -> {
          BookSchema schema = new BookSchema(handle);
          Map<Book, List<String>> books = new EnumMap<>(Book.class);
          for (Book book : Book.values()) {
            String query =
                book.isWholeInSnapshot() || book == Book.STAY
                    ? "SELECT * FROM " + book.table()
                    : book.snapshotQuery();
            books.put(
                book,
                handle
                    .createQuery(query)
                    .map((row, _) -> schema.row(book, row).values().toString())
                    .stream()
                    .sorted()
                    .toList());
          }
          return books;
        });
  }

  private Map<Book, List<String>> afterDays(int first, int count) throws Exception {
    try (KioskStore store = store()) {
      for (int day = first; day < first + count; day++) {
        new BookkeepersDay(store, time).run(day);
      }
      Map<Book, List<String>> books = books(store);
      assertThat(books).allSatisfy((book, rows) -> assertThat(rows).as("%s", book).isNotEmpty());
      return books;
    }
  }

  private void assertBooks(Cause cause, Map<Book, List<String>> expected) throws StoreException {
    try (KioskStore store = store()) {
      assertThat(store.recovery().cause()).isEqualTo(cause);
      Map<Book, List<String>> found = books(store);
      for (Book book : Book.values()) {
        assertThat(found.get(book)).as("%s", book).isEqualTo(expected.get(book));
      }
      assertThat(store.books().audit().verify()).isInstanceOf(AuditCheck.Sound.class);
    }
  }

  @Test
  void everyRowOfEveryBookIsThereAgainWhenTheDatabaseIsGone() throws Exception {
    Map<Book, List<String>> books = afterDays(1, 1);
    Files.delete(data.databaseFile());

    assertBooks(Cause.DATABASE_MISSING, books);
    assertBooks(Cause.NONE, books);
  }

  @Test
  void theBooksGoOnAfterTheyCameBack() throws Exception {
    afterDays(1, 1);
    Files.delete(data.databaseFile());
    Map<Book, List<String>> books = afterDays(2, 1);
    Files.delete(data.databaseFile());

    assertBooks(Cause.DATABASE_MISSING, books);
  }

  @Test
  void whatIsOlderThanTheJournalComesFromTheSnapshot() throws Exception {
    afterDays(1, 2);
    Map<Book, List<String>> books = afterDays(3, 0);
    for (Path part : Journal.files(data.journalFolder())) {
      Files.write(part, new byte[0]);
    }
    Files.delete(data.databaseFile());

    try (KioskStore store = store()) {
      Map<Book, List<String>> found = books(store);
      for (Book book : Book.values()) {
        if (book == Book.STAY) {
          assertThat(books.get(book)).containsAll(found.get(book));
          assertThat(found.get(book)).hasSize(2).noneMatch(stay -> stay.contains("ending"));
        } else {
          assertThat(found.get(book)).as("%s", book).isEqualTo(books.get(book));
        }
      }
    }
  }

  @Test
  void aSnapshotThatIsDamagedIsReplacedByTheOneBefore() throws Exception {
    afterDays(1, 1);
    Map<Book, List<String>> books = afterDays(2, 1);
    List<Path> snapshots = snapshots();
    assertThat(snapshots).hasSize(2);
    try (RandomAccessFile file = new RandomAccessFile(snapshots.getLast().toFile(), "rw")) {
      file.seek(file.length() / 2);
      file.write(new byte[64]);
    }
    Files.delete(data.databaseFile());

    assertBooks(Cause.DATABASE_MISSING, books);
  }

  private List<Path> snapshots() throws IOException {
    try (Stream<Path> files = Files.list(data.journalFolder())) {
      return files.filter(file -> file.toString().endsWith(".snapshot")).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 20, 50, 80, 97})
  void noRowIsLostWithTheEndOfTheDatabase(int percentLeft) throws Exception {
    Map<Book, List<String>> books = afterDays(1, 1);
    try (RandomAccessFile file = new RandomAccessFile(data.databaseFile().toFile(), "rw")) {
      file.setLength(file.length() * percentLeft / 100);
    }

    try (KioskStore store = store()) {
      assertThat(books(store)).isEqualTo(books);
    }
    assertBooks(Cause.NONE, books);
  }

  @Test
  void anOldDatabaseGetsWhatHasHappenedSince() throws Exception {
    afterDays(1, 1);
    byte[] old = Files.readAllBytes(data.databaseFile());
    Map<Book, List<String>> books = afterDays(2, 1);
    Files.write(data.databaseFile(), old);

    assertBooks(Cause.DATABASE_BEHIND, books);
  }

  @Test
  void aBookThatWasChangedByNobodyAtTheLaneIsMissed() throws Exception {
    afterDays(1, 1);
    byte[] old = Files.readAllBytes(data.databaseFile());
    Map<Book, List<String>> books;
    try (KioskStore store = store()) {
      store.books().lists().save(BookkeepersDay.entry(77, "Mai"), "Bình", time.now());
      books = books(store);
    }
    Files.write(data.databaseFile(), old);

    assertBooks(Cause.DATABASE_BEHIND, books);
  }

  @Test
  void staysThatADatabaseLostComeBackThoughTheirPassagesAreThere() throws Exception {
    List<String> stays = afterDays(1, 1).get(Book.STAY);
    try (KioskStore store = store()) {
      store
          .database()
          .jdbi()
          .useHandle(handle -> handle.execute("DELETE FROM stay WHERE MOD(no, 2) = 0"));
      assertThat(books(store).get(Book.STAY)).hasSizeLessThan(stays.size());
    }
    byte[] behind = Files.readAllBytes(data.databaseFile());
    Passage last;
    try (KioskStore store = store()) {
      last = store.passages().record(SamplePassages.passage(1, "59P168480", Outcome.TYPED));
    }
    Files.write(data.databaseFile(), behind);

    try (KioskStore store = store()) {
      assertThat(store.recovery().replayed()).as("passages that were missing").isEqualTo(1);
      assertThat(store.passages().find(last.id())).isPresent();
      assertThat(books(store).get(Book.STAY)).containsAll(stays).hasSize(stays.size() + 1);
    }
  }

  @Test
  void aChangeThatTheJournalCannotTakeIsUndone() throws Exception {
    Map<Book, List<String>> books = afterDays(1, 1);
    try (KioskStore store = store()) {
      CommitPath broken = TestDatabases.commitsWithoutJournal(store, data.journalFolder(), time);
      H2ListStore lists = new H2ListStore(store.database(), broken, text -> text);
      assertThatThrownBy(() -> lists.save(BookkeepersDay.entry(78, "Mai"), "Bình", time.now()))
          .isInstanceOf(StoreException.class);
      assertThat(books(store)).isEqualTo(books);
    }
  }

  @Test
  void aJournalFromBeforeTheBooksStillMakesStaysAndTheAuditTrail() throws Exception {
    NewPassage typed = SamplePassages.passage(1, "59P168480", Outcome.TYPED);
    StoreJson json = new StoreJson();
    try (Journal journal = Journal.open(data.journalFolder(), 1 << 20, json)) {
      journal.append(PassageRecord.of(new UUID(7, 1), typed, PictureSet.EMPTY));
    }

    try (KioskStore store = store()) {
      assertThat(store.recovery().cause()).isEqualTo(Cause.DATABASE_MISSING);
      assertThat(store.recovery().replayed()).isEqualTo(1);
      assertThat(books(store).get(Book.AUDIT))
          .hasSize(2)
          .first()
          .asString()
          .contains("PLATE_TYPED");
      assertThat(books(store).get(Book.STAY)).singleElement().asString().contains("NO_ENTRY");
      assertThat(store.books().audit().verify()).isInstanceOf(AuditCheck.Sound.class);
    }
  }

  @Test
  void aTableThatWasTakenInHalfWhenThePowerWentIsNotTakenIn() throws Exception {
    Map<Book, List<String>> books = afterDays(1, 1);
    StoreJson json = new StoreJson();
    try (Journal journal = Journal.open(data.journalFolder(), 1 << 20, json)) {
      BookRow row =
          new BookRow(Book.LIST_ENTRY, List.of("00000000-0000-0000-0000-000000000001"), Map.of());
      journal.append(new BookEntry(BookEntry.id(1_000), List.of(row), true));
    }
    Files.delete(data.databaseFile());

    assertBooks(Cause.DATABASE_MISSING, books);
  }
}
