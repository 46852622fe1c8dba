package io.gatehouse.store;

import io.gatehouse.common.KnownFailure;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store of a kiosk, open: database and journal, compared and if need be recovered. */
public final class KioskStore implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(KioskStore.class);

  private static final long JOURNAL_PART_BYTES = 8L << 20;
  private static final int JOURNAL_PARTS_KEPT = 8;

  private final Database database;
  private final Journal journal;
  private final PassageStore passages;
  private final ParkingBooks books;
  private final Retention retention;
  private final OutboxStore outbox;
  private final StorageMeter meter;
  private final NightlyBackup backup;
  private final RecoveryReport recovery;

  private KioskStore(
      Database database,
      Journal journal,
      PassageStore passages,
      ParkingBooks books,
      Retention retention,
      OutboxStore outbox,
      StorageMeter meter,
      NightlyBackup backup,
      RecoveryReport recovery) {
    this.database = database;
    this.journal = journal;
    this.passages = passages;
    this.books = books;
    this.retention = retention;
    this.outbox = outbox;
    this.meter = meter;
    this.backup = backup;
    this.recovery = recovery;
  }

  /**
   * Opens the store; makes it when the folder has none. May take minutes when a large damaged
   * database is rebuilt: not for a screen's thread.
   *
   * @param folder stays open, and the caller's, longer than the store
   * @param fold maps characters that look alike to one of them, one for one: {@code
   *     plate/Confusions::fold}
   * @throws StoreException when it cannot be opened, nor rebuilt
   */
  public static KioskStore open(DataFolder folder, TimeSource time, UnaryOperator<String> fold)
      throws StoreException {
    return open(
        folder,
        time,
        fold,
        new Disk(
            Database.INTERRUPTIBLE_FILES,
            FreeSpace.of(folder.root()),
            DiskRoom.Limits.STANDARD,
            JOURNAL_PART_BYTES));
  }

  /**
   * The disk as the store meets it.
   *
   * @param fileSystem H2's name of the file access, with a colon
   * @param journalPartBytes size at which the journal begins a new file
   */
  record Disk(String fileSystem, FreeSpace free, DiskRoom.Limits limits, long journalPartBytes) {}

  static KioskStore open(DataFolder folder, TimeSource time, UnaryOperator<String> fold, Disk disk)
      throws StoreException {
    StoreJson json = new StoreJson();
    PassageWriter writer = new PassageWriter(fold, json);
    JournalReplay replay =
        new JournalReplay(writer, new BookReplay(folder.journalFolder(), json), json, time);
    Database database = null;
    Journal journal = null;
    try {
      boolean begun = Journal.exists(folder.journalFolder());
      Recovery recovery =
          new Recovery(
              folder, disk.fileSystem(), replay, new UpgradeCopy(folder, disk.free(), time), time);
      Recovery.Opened opened = recovery.open(begun, Journal.files(folder.journalFolder()));
      database = opened.database();
      // the journal begins after the database is on the disk: it says that there must be one
      journal = Journal.open(folder.journalFolder(), disk.journalPartBytes(), json);
      BookSchema schema = database.jdbi().withHandle(BookSchema::new);
      keepBooks(folder.journalFolder(), database, journal, schema, json);
      replay.forgetRemoved(database, Journal.files(folder.journalFolder()));
      new FoldedPlates(fold).refresh(database);
      Database file = database;
      DiskRoom room =
          new DiskRoom(folder.reserveFile(), disk.free(), file::reusableBytes, disk.limits());
      room.prepare();
      CommitPath commits = new CommitPath(database, journal, writer, schema, room, time);
      TimeOrderedIds ids = new TimeOrderedIds(time);
      PassageStore passages =
          new H2PassageStore(
              database, commits, new PassageReader(json), new ListingSearch(fold), ids);
      H2InsightStore insight = new H2InsightStore(database, commits, json, time);
      StorageMeter meter = new StorageMeter(database, room, disk.limits(), time);
      KioskStore store =
          new KioskStore(
              database,
              journal,
              passages,
              H2ParkingBooks.on(database, commits, ids, fold, insight),
              new Retention(database, commits, insight, new PlateEnds(fold), time),
              new H2OutboxStore(database, commits, time),
              meter,
              new NightlyBackup(
                  database,
                  folder.root().resolve("backup"),
                  disk.free(),
                  2 * disk.limits().picturesBytes(),
                  time),
              opened.report());
      database = null;
      journal = null;
      return store;
    } catch (IOException e) {
      throw new StoreException(
          KnownFailure.STORE_BROKEN,
          "The journal in %s cannot be used: %s".formatted(folder.journalFolder(), e.getMessage()),
          e);
    } finally {
      close(database, journal);
    }
  }

  /**
   * Writes the books beside the journal, so that its oldest parts may go. Where that cannot be done
   * they stay, and the kiosk starts nevertheless.
   */
  private static void keepBooks(
      Path folder, Database database, Journal journal, BookSchema schema, StoreJson json) {
    try {
      journal.append(BookSnapshot.write(folder, database, schema, json));
      journal.dropOldest(JOURNAL_PARTS_KEPT);
    } catch (IOException | JdbiException e) {
      log.warn(
          "The books could not be written beside the journal: {}", DatabaseFaults.firstLine(e));
    }
  }

  /** Durable, searchable; safe for use by several threads. */
  public PassageStore passages() {
    return passages;
  }

  /** Stays and all else that the site keeps. */
  public ParkingBooks books() {
    return books;
  }

  /** Removes what has grown old; for one thread. */
  public Retention retention() {
    return retention;
  }

  /** Copies of the database while the store is open. */
  public NightlyBackup nightlyBackup() {
    return backup;
  }

  /** What the central is still to be told. */
  public OutboxStore outbox() {
    return outbox;
  }

  /** What opening found and did. */
  public RecoveryReport recovery() {
    return recovery;
  }

  /** How the disk is doing. Asks the disk and the database: about once a minute is plenty. */
  public StorageHealth health() throws StoreException {
    return meter.measure();
  }

  Database database() {
    return database;
  }

  /** Closes; where much of the database's file is empty it is made smaller after that. */
  @Override
  public void close() {
    boolean compact = database.isWorthCompacting(Compaction.Bounds.STANDARD);
    close(database, journal);
    if (compact) {
      Compaction.compact(database.file());
    }
  }

  private static void close(Database database, Journal journal) {
    if (database != null) {
      database.close();
    }
    if (journal != null) {
      try {
        journal.close();
      } catch (IOException e) {
        log.warn("The journal was not closed in good order: {}", e.getMessage());
      }
    }
  }
}
