package io.gatehouse.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Brings back the books: the rows of the newest snapshot, and over them what the journal says was
 * done since. Only the last state of each row is written, so that it does not matter what of the
 * way there the database has.
 */
final class BookReplay {

  private final Path folder;
  private final StoreJson json;

  /**
   * @param folder the journal's, where the snapshots lie
   */
  BookReplay(Path folder, StoreJson json) {
    this.folder = folder;
    this.json = json;
  }

  /**
   * The books as the files have them.
   *
   * @param last number of the newest change
   * @param made passages and corrections whose rows of the books are among these
   * @param snapshot whether there is one
   */
  record Books(Map<BookRow.Key, BookRow> rows, long last, Set<UUID> made, boolean snapshot) {

    /** How the books of a passage come back that the database lacks. */
    PassageWriter.Books of(UUID passage) {
      if (made.contains(passage)) {
        return PassageWriter.Books.NONE;
      }
      return snapshot ? PassageWriter.Books.STAYS : PassageWriter.Books.ALL;
    }
  }

  /** How many changes the database lacks that no passage made. */
  static long countMissing(Handle handle, List<JournalFrame> frames) {
    long last = BookNumber.last(handle);
    return frames.stream()
        .filter(JournalFrame::isOfTheBooks)
        .mapToLong(frame -> BookEntry.number(frame.id()))
        .filter(number -> number > last)
        .distinct()
        .count();
  }

  Books read(List<Path> parts) throws IOException {
    List<JournalFrame> journal = new ArrayList<>();
    for (Path part : parts) {
      JournalPart.read(part).frames().stream()
          .filter(frame -> !frame.isOfTheLane())
          .forEach(journal::add);
    }
    Optional<BookSnapshot> snapshot = BookSnapshot.newest(folder);
    int mark = snapshot.map(books -> after(books, journal)).orElse(0);
    Map<BookRow.Key, BookRow> rows = new LinkedHashMap<>();
    fold(journal.subList(0, mark), rows);
    snapshot.ifPresent(books -> {
      rows.values().removeIf(BookReplay::isInSnapshot);
      fold(books.frames(), rows);
    });
    fold(journal.subList(mark, journal.size()), rows);
    Set<UUID> made = new HashSet<>();
    long last = 0;
    for (JournalFrame frame : journal) {
      made.add(frame.id());
      last = Math.max(last, frame.isOfTheBooks() ? BookEntry.number(frame.id()) : 0);
    }
    return new Books(rows, last, made, snapshot.isPresent());
  }

  /** Whether a snapshot that was made later has this row, if it is still there. */
  private static boolean isInSnapshot(BookRow row) {
    boolean openStay =
        row.book() == Book.STAY && row.values() != null && !row.values().containsKey("ending");
    return row.book().isWholeInSnapshot() || openStay;
  }

  /** Where the journal goes on after the snapshot; at its beginning when it was cut off since. */
  private static int after(BookSnapshot snapshot, List<JournalFrame> journal) {
    for (int i = journal.size() - 1; i >= 0; i--) {
      if (journal.get(i).isSnapshot() && journal.get(i).id().equals(snapshot.mark())) {
        return i + 1;
      }
    }
    return 0;
  }

  private void fold(List<JournalFrame> frames, Map<BookRow.Key, BookRow> rows) {
    List<BookRow> begun = new ArrayList<>();
    UUID of = null;
    for (JournalFrame frame : frames) {
      if (frame.isOfTheBooks() && frame.entry(json) instanceof BookEntry entry) {
        if (!entry.id().equals(of)) {
          begun.clear(); // its rest is not there, so that it was never acknowledged
        }
        of = entry.id();
        begun.addAll(entry.rows());
        if (!entry.more()) {
          begun.forEach(row -> rows.put(row.id(), row));
          begun.clear();
        }
      }
    }
  }

  /** Makes the books of a database the same as these. Nobody else may use it. */
  void restore(Database database, Books books) {
    database
        .jdbi()
        .useHandle(handle -> {
          // rows come back in any order, and what they refer to may be lost
          handle.execute("SET REFERENTIAL_INTEGRITY FALSE");
          try {
            handle.useTransaction(within -> write(within, books));
            goOnCounting(handle);
          } finally {
            handle.execute("SET REFERENTIAL_INTEGRITY TRUE");
          }
        });
  }

  private static void write(Handle handle, Books books) {
    BookSchema schema = new BookSchema(handle);
    for (Book book : Book.values()) {
      if (books.snapshot() && book.isWholeInSnapshot()) {
        handle.execute("DELETE FROM " + book.table());
      }
    }
    // first all out of the way: the way that led here may not be gone again, step by step
    books.rows().keySet().forEach(key -> schema.write(handle, BookRow.removed(key)));
    for (Book book : Book.values()) {
      books.rows().values().stream()
          .filter(row -> row.book() == book && row.values() != null)
          .forEach(row -> put(handle, schema, row));
    }
    BookNumber.set(handle, Math.max(books.last(), BookNumber.last(handle)));
  }

  private static void put(Handle handle, BookSchema schema, BookRow row) {
    if (row.book() == Book.STAY && !row.values().containsKey("ending")) {
      // a stay of that plate that is open here has ended, but nothing says how
      handle.execute(
          """
          UPDATE stay SET ending = 'SUPERSEDED', ended_at = GREATEST(entered_at, CAST(? AS
            TIMESTAMP(6) WITH TIME ZONE)) WHERE open_plate = ?
          """,
          row.values().get("entered_at"),
          row.values().get("plate"));
    }
    schema.write(handle, row);
  }

  /** Behind all numbers that shifts and holds know, be their passages there or lost. */
  private static void goOnCounting(Handle handle) {
    long passage =
        handle
            .createQuery(
                """
                SELECT 1 + GREATEST(
                  (SELECT COALESCE(MAX(no), 0) FROM passage),
                  (SELECT COALESCE(MAX(passage_no), 0) FROM legal_hold),
                  (SELECT COALESCE(MAX(GREATEST(after_passage, COALESCE(last_passage, 0))), 0)
                    FROM shift))
                """)
            .mapTo(Long.class)
            .one();
    handle.execute("ALTER TABLE passage ALTER COLUMN no RESTART WITH " + passage);
    long change =
        handle
            .createQuery("SELECT 1 + COALESCE(MAX(no), 0) FROM list_change")
            .mapTo(Long.class)
            .one();
    handle.execute("ALTER TABLE list_change ALTER COLUMN no RESTART WITH " + change);
  }
}
