package io.gatehouse.store;

import io.gatehouse.common.KnownFailure;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way into the store: transaction, commit, database synced, journal synced. When {@code
 * commit} returns, the entry is on the disk twice. docs/decisions/0003-durability.md says why in
 * this order.
 */
final class CommitPath {

  private static final Logger log = LoggerFactory.getLogger(CommitPath.class);

  private final Database database;
  private final Journal journal;
  private final PassageWriter writer;
  private final BookSchema schema;
  private final DiskRoom room;
  private final TimeSource time;
  // one writer: the journal has the order of the database, and a sync covers one entry
  private final ReentrantLock lock = new ReentrantLock(true);
  // rows of the audit trail that tell of an entry which was refused: they go with the next one
  private final List<BookRow> owed = new ArrayList<>();
  private volatile Runnable onWritten = () -> {};

  CommitPath(
      Database database,
      Journal journal,
      PassageWriter writer,
      BookSchema schema,
      DiskRoom room,
      TimeSource time) {
    this.database = database;
    this.journal = journal;
    this.writer = writer;
    this.schema = schema;
    this.room = room;
    this.time = time;
  }

  /** Lets something be told of every commit, on the writer's thread; the last one given is. */
  void onWritten(Runnable listener) {
    onWritten = listener;
  }

  /**
   * Writes a passage for good.
   *
   * @return what was written: without pictures when there was no room for them
   * @throws StoreException when it could not be written; it is not acknowledged then
   */
  PassageRecord commit(PassageRecord record, PictureSet pictures) throws StoreException {
    lock.lock();
    try {
      if (!pictures.isEmpty() && room.takesPictures()) {
        try {
          write(record, pictures);
          return record;
        } catch (StoreException e) {
          if (!DatabaseFaults.isNoSpace(e)) {
            throw e;
          }
          log.warn("The disk is full: the passage is stored without its pictures");
        }
      }
      PassageRecord bare = record.withoutPictures();
      writeAtAnyPrice(bare);
      return bare;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Writes a correction for good.
   *
   * @param make makes the correction of the plate as it counts now
   * @throws StoreException when there is no such passage, or it could not be written
   */
  void commitCorrection(UUID passage, Function<String, CorrectionRecord> make)
      throws StoreException {
    lock.lock();
    try {
      writeAtAnyPrice(make.apply(plateNow(passage)));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Changes rows that no passage makes, durably; in its own transaction. Those that are named to
   * {@link BookRows} go into the journal.
   *
   * @throws StoreException when it could not be written; nothing is changed then
   */
  void change(Consumer<BookRows> change) throws StoreException {
    lock.lock();
    try {
      database.ensureOpen();
      Changed changed = database.jdbi().inTransaction(handle -> change(handle, change));
      database.sync();
      appendOrUndo(changed);
      onWritten.run();
    } catch (JdbiException | SQLException e) {
      database.reopen();
      throw notStored(e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Changes rows that may be as they were before after a power cut, and are in no book; in its own
   * transaction.
   *
   * @throws StoreException when it could not be written; nothing is changed then
   */
  void note(HandleConsumer<RuntimeException> change) throws StoreException {
    lock.lock();
    try {
      database.ensureOpen();
      database.jdbi().useTransaction(change);
    } catch (JdbiException e) {
      database.reopen();
      throw notStored(e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Reads while nobody writes, and so never an entry that is in the database but not acknowledged.
   */
  <T> T readAcknowledged(HandleCallback<T, RuntimeException> query) {
    lock.lock();
    try {
      return database.jdbi().withHandle(query);
    } finally {
      lock.unlock();
    }
  }

  /** What a change did to the books; nothing when it named none. */
  private record Changed(UUID id, List<BookRow> before, List<BookRow> after) {}

  private Changed change(Handle handle, Consumer<BookRows> change) {
    BookRows rows = new BookRows(handle, schema);
    change.accept(rows);
    List<BookRow> after = rows.after();
    UUID id = after.isEmpty() ? new UUID(0, 0) : BookEntry.id(BookNumber.next(handle));
    return new Changed(id, rows.before(), after);
  }

  private void appendOrUndo(Changed changed) throws StoreException {
    if (changed.after().isEmpty()) {
      return;
    }
    try {
      append(List.of(), changed.id(), changed.after());
    } catch (IOException e) {
      database
          .jdbi()
          .useTransaction(handle -> changed.before().forEach(row -> schema.write(handle, row)));
      throw notStored(e);
    }
  }

  private void append(List<PassageEntry> entry, UUID id, List<BookRow> rows) throws IOException {
    List<BookRow> all = new ArrayList<>(owed);
    all.addAll(rows);
    List<JournalEntry> entries = new ArrayList<>(entry);
    entries.addAll(BookEntry.pieces(id, all));
    journal.append(entries);
    owed.clear();
  }

  private String plateNow(UUID passage) throws StoreException {
    try {
      return database
          .jdbi()
          .withHandle(handle ->
              handle
                  .createQuery(
                      """
                      SELECT l.plate FROM passage p JOIN listing l ON l.passage_no = p.no
                      WHERE p.id = :id
                      """)
                  .bind("id", passage)
                  .mapTo(String.class)
                  .findOne())
          .orElseThrow(() -> new StoreException("There is no passage " + passage + "."));
    } catch (JdbiException e) {
      throw notStored(e);
    }
  }

  /** Without pictures; on a full disk, in the room that the reserve leaves. */
  private void writeAtAnyPrice(PassageEntry entry) throws StoreException {
    try {
      write(entry, PictureSet.EMPTY);
    } catch (StoreException e) {
      if (!DatabaseFaults.isNoSpace(e) || !room.giveUpReserve()) {
        throw e;
      }
      write(entry, PictureSet.EMPTY);
    }
  }

  /** A passage or correction, numbered, and what it did to the books. */
  private record Written(PassageEntry entry, List<BookRow> rows) {}

  private void write(PassageEntry entry, PictureSet pictures) throws StoreException {
    Written written;
    database.ensureOpen();
    try {
      written = database.jdbi().inTransaction(handle -> write(handle, entry, pictures));
      database.sync();
    } catch (JdbiException | SQLException e) {
      database.reopen();
      throw notStored(e);
    }
    try {
      append(List.of(written.entry()), entry.id(), written.rows());
    } catch (IOException e) {
      takeBack(written);
      throw notStored(e);
    }
    onWritten.run();
  }

  private Written write(Handle handle, PassageEntry entry, PictureSet pictures) {
    BookRows rows = new BookRows(handle, schema);
    PassageEntry written = writer.write(rows, entry, pictures, time.now());
    return new Written(written, rows.after());
  }

  /** What is not in the journal is not acknowledged; the guard will try again. */
  private void takeBack(Written refused) {
    PassageEntry entry = refused.entry();
    try {
      List<BookRow> rows =
          database
              .jdbi()
              .inTransaction(handle -> {
                BookRows taken = new BookRows(handle, schema);
                writer.takeBack(taken, entry, time.now());
                return taken.after();
              });
      refused.rows().stream().filter(row -> row.book() == Book.AUDIT).forEach(owed::add);
      owed.addAll(rows);
      database.sync();
    } catch (JdbiException | SQLException e) {
      log.error("Passage {} was refused but stays in the database: {}", entry.id(), e.getMessage());
    }
  }

  private static StoreException notStored(Exception cause) {
    return DatabaseFaults.isNoSpace(cause)
        ? new StoreException(
            KnownFailure.DISK_FULL,
            "The disk is full, the passage could not be stored: free some space.",
            cause)
        : new StoreException(
            "The passage could not be stored: " + DatabaseFaults.firstLine(cause), cause);
  }
}
