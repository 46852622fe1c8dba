package io.gatehouse.store;

import io.gatehouse.common.KnownFailure;
import io.gatehouse.common.TimeSource;
import io.gatehouse.store.RecoveryReport.Cause;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database and makes sure that it holds all that the journal says was acknowledged. A
 * file that is damaged is never changed: a new one is built beside it and takes its name in one
 * step, so that a cut at any moment leaves one or the other.
 */
final class Recovery {

  private static final Logger log = LoggerFactory.getLogger(Recovery.class);

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final DataFolder folder;
  private final String fileSystem;
  private final JournalReplay replay;
  private final Optional<UpgradeCopy> copy;
  private final TimeSource time;

  /**
   * @param copy made of a database that is older than the program, before it is changed
   */
  Recovery(
      DataFolder folder,
      String fileSystem,
      JournalReplay replay,
      UpgradeCopy copy,
      TimeSource time) {
    this.folder = folder;
    this.fileSystem = fileSystem;
    this.replay = replay;
    this.copy = Optional.of(copy);
    this.time = time;
  }

  record Opened(Database database, RecoveryReport report) {}

  /**
   * @param begun whether the journal was there before this start: then there must be a database
   * @param parts the journal, oldest first
   * @throws StoreException when no database could be opened, nor one rebuilt
   */
  Opened open(boolean begun, List<Path> parts) throws StoreException {
    Path file = folder.databaseFile();
    try {
      deleteTree(rebuildFolder());
      Compaction.undo(file);
      if (!Files.exists(file)) {
        return begun ? rebuild(Cause.DATABASE_MISSING, parts) : fresh();
      }
      Optional<Database> database;
      try {
        database =
            begun
                ? Database.openUnlessBlank(file, fileSystem, copy)
                : Optional.of(Database.open(file, fileSystem, copy));
      } catch (StoreException e) {
        if (!DatabaseFaults.isDamage(e)) {
          throw e;
        }
        log.warn("{}", e.getMessage());
        return rebuild(Cause.DATABASE_DAMAGED, parts);
      }
      return database.isEmpty()
          ? rebuild(Cause.DATABASE_EMPTIED, parts)
          : compare(database.get(), parts);
    } catch (IOException | SQLException | JdbiException e) {
      throw new StoreException(
          KnownFailure.STORE_BROKEN,
          "The database %s could not be rebuilt: %s".formatted(file, DatabaseFaults.firstLine(e)),
          e);
    }
  }

  private Opened fresh() throws StoreException, SQLException, IOException {
    Database database = Database.create(folder.databaseFile(), fileSystem);
    database.sync();
    SyncedFiles.syncFolder(folder.root());
    return new Opened(database, RecoveryReport.NOTHING);
  }

  private Opened compare(Database database, List<Path> parts)
      throws StoreException, IOException, SQLException {
    try {
      if (replay.countMissing(database, parts) == 0) {
        return new Opened(database, RecoveryReport.NOTHING);
      }
    } catch (JdbiException e) {
      database.close();
      if (DatabaseFaults.isDamage(e)) {
        log.warn("The database cannot be read: {}", DatabaseFaults.firstLine(e));
        return rebuild(Cause.DATABASE_DAMAGED, parts);
      }
      throw e;
    }
    database.close();
    List<String> details = new ArrayList<>();
    Optional<Path> kept = copyAside(details);
    Database opened = Database.open(folder.databaseFile(), fileSystem);
    JournalReplay.Outcome outcome = replay.replay(opened, parts);
    opened.sync();
    details.addAll(outcome.details());
    return new Opened(
        opened,
        new RecoveryReport(
            Cause.DATABASE_BEHIND, outcome.replayed(), outcome.picturesLost(), kept, details));
  }

  private Opened rebuild(Cause cause, List<Path> parts)
      throws StoreException, IOException, SQLException {
    Path damaged = folder.databaseFile();
    Path built = Files.createDirectories(rebuildFolder()).resolve(damaged.getFileName());
    List<String> details = new ArrayList<>();
    if (Files.exists(damaged)) {
      salvage(damaged, built, details);
    }
    JournalReplay.Outcome outcome = fill(built, parts);
    details.addAll(outcome.details());
    Optional<Path> kept = replaceBy(built);
    deleteTree(rebuildFolder());
    return new Opened(
        Database.open(damaged, fileSystem),
        new RecoveryReport(cause, outcome.replayed(), outcome.picturesLost(), kept, details));
  }

  private void salvage(Path damaged, Path built, List<String> details) throws IOException {
    try {
      Salvage.recover(damaged, built);
    } catch (IOException e) {
      details.add("nothing could be read from the damaged file: " + e.getMessage());
      deleteTree(rebuildFolder());
      Files.createDirectories(rebuildFolder());
    }
  }

  private JournalReplay.Outcome fill(Path built, List<Path> parts)
      throws StoreException, IOException, SQLException {
    try (Database database =
        Files.exists(built)
            ? Database.open(built, fileSystem)
            : Database.create(built, fileSystem)) {
      replay.restoreListings(database);
      JournalReplay.Outcome outcome = replay.replay(database, parts);
      database.sync();
      return outcome;
    }
  }

  /** Puts the new file in the place of the damaged one, which gets a second name before. */
  private Optional<Path> replaceBy(Path built) throws IOException {
    Path file = folder.databaseFile();
    Optional<Path> kept = Optional.empty();
    if (Files.exists(file)) {
      Path aside = asideName();
      try {
        Files.createLink(aside, file);
      } catch (UnsupportedOperationException | IOException e) {
        log.info("No hard link on this disk ({}): the damaged file is moved", e.getMessage());
        Files.move(file, aside);
      }
      SyncedFiles.syncFolder(folder.damagedFolder());
      kept = Optional.of(aside);
    }
    Files.move(built, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    SyncedFiles.syncFolder(folder.root());
    return kept;
  }

  private Optional<Path> copyAside(List<String> details) throws IOException {
    Path file = folder.databaseFile();
    long size = Files.size(file);
    if (folder.root().toFile().getUsableSpace() < 2 * size) {
      details.add("no room to keep a copy of the database as it was");
      return Optional.empty();
    }
    Path aside = asideName();
    Files.copy(file, aside);
    return Optional.of(aside);
  }

  private Path asideName() throws IOException {
    Files.createDirectories(folder.damagedFolder());
    String stamp = STAMP.format(time.now());
    Path name = folder.damagedFolder().resolve("gatehouse-%s.mv.db".formatted(stamp));
    for (int i = 2; Files.exists(name); i++) {
      name = folder.damagedFolder().resolve("gatehouse-%s-%d.mv.db".formatted(stamp, i));
    }
    return name;
  }

  private Path rebuildFolder() {
    return folder.root().resolve("rebuild");
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
