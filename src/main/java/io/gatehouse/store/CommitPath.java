package io.gatehouse.store;

import io.gatehouse.common.KnownFailure;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
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
  private final DiskRoom room;
  private final TimeSource time;
  // one writer: the journal has the order of the database, and a sync covers one entry
  private final ReentrantLock lock = new ReentrantLock(true);

  CommitPath(
      Database database, Journal journal, PassageWriter writer, DiskRoom room, TimeSource time) {
    this.database = database;
    this.journal = journal;
    this.writer = writer;
    this.room = room;
    this.time = time;
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
   * Changes rows that no passage makes, durably; in its own transaction.
   *
   * @throws StoreException when it could not be written; nothing is changed then
   */
  void change(HandleConsumer<RuntimeException> change) throws StoreException {
    lock.lock();
    try {
      database.jdbi().useTransaction(change);
      database.sync();
    } catch (JdbiException | SQLException e) {
      database.reopen();
      throw notStored(e);
    } finally {
      lock.unlock();
    }
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
  private void writeAtAnyPrice(JournalEntry entry) throws StoreException {
    try {
      write(entry, PictureSet.EMPTY);
    } catch (StoreException e) {
      if (!DatabaseFaults.isNoSpace(e) || !room.giveUpReserve()) {
        throw e;
      }
      write(entry, PictureSet.EMPTY);
    }
  }

  private void write(JournalEntry entry, PictureSet pictures) throws StoreException {
    try {
      database.jdbi().useTransaction(handle -> writer.write(handle, entry, pictures, time.now()));
      database.sync();
    } catch (JdbiException | SQLException e) {
      database.reopen();
      throw notStored(e);
    }
    try {
      journal.append(entry);
    } catch (IOException e) {
      takeBack(entry);
      throw notStored(e);
    }
  }

  /** What is not in the journal is not acknowledged; the guard will try again. */
  private void takeBack(JournalEntry entry) {
    try {
      database.jdbi().useTransaction(handle -> writer.takeBack(handle, entry, time.now()));
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
