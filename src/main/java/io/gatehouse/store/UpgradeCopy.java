package io.gatehouse.store;

import com.zaxxer.hikari.HikariDataSource;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.common.TimeSource;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the data folder as it is before a newer program changes its tables: as a {@link Backup},
 * beside those of the nights, for the way back.
 */
final class UpgradeCopy {

  private static final Logger log = LoggerFactory.getLogger(UpgradeCopy.class);

  private static final String BACKUPS = "backup";
  private static final String PREFIX = "before-upgrade-";
  private static final int KEPT = 2;

  private final DataFolder folder;
  private final FreeSpace free;
  private final TimeSource time;

  UpgradeCopy(DataFolder folder, FreeSpace free, TimeSource time) {
    this.folder = folder;
    this.free = free;
    this.time = time;
  }

  /**
   * Makes one; the newest two are kept.
   *
   * @param version of the tables in the open database
   * @throws StoreException when there is no room for it, or it could not be written; then nothing
   *     may be changed
   */
  Made make(HikariDataSource database, String version) throws StoreException {
    Path backups = folder.root().resolve(BACKUPS);
    String night = Backup.fileIn(backups, time.now()).getFileName().toString();
    Path file =
        backups.resolve(
            PREFIX
                + night.replace("gatehouse-", "").replace(".zip", "")
                + "-of-"
                + version
                + ".zip");
    Path beginning = file.resolveSibling(file.getFileName() + ".part");
    try {
      requireRoom();
      Files.createDirectories(backups);
      backUp(database, beginning);
      addSmallFiles(beginning);
      try (FileOutputStream written = new FileOutputStream(beginning.toFile(), true)) {
        written.getFD().sync();
      }
      Files.move(beginning, file, StandardCopyOption.ATOMIC_MOVE);
      SyncedFiles.syncFolder(backups);
      List<Path> old = all(folder.root());
      for (Path each : old.subList(0, Math.max(0, old.size() - KEPT))) {
        Files.delete(each);
      }
      log.info("The data as it was before the upgrade is kept in {}", file);
      return new Made(file);
    } catch (IOException | SQLException e) {
      throw new StoreException(
          KnownFailure.STORE_BROKEN,
          "The data in %s could not be kept before the upgrade, and is not changed: %s"
              .formatted(folder.root(), DatabaseFaults.firstLine(e)),
          e);
    } finally {
      beginning.toFile().delete();
    }
  }

  private void requireRoom() throws IOException, StoreException {
    long needed = 2 * Files.size(folder.databaseFile());
    if (free.bytes() < needed) {
      throw new StoreException(
          KnownFailure.DISK_FULL,
          "There is no room to keep the data in %s before the upgrade, and it is not changed: free %d MB, or install the version before again."
              .formatted(folder.root(), ((needed - free.bytes()) >> 20) + 1),
          null);
    }
  }

  private static void backUp(HikariDataSource database, Path file) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
      backup.setString(1, file.toString());
      backup.execute();
    }
  }

  /** Journal, settings and whatever else is no part of H2's own backup. */
  private void addSmallFiles(Path zip) throws IOException {
    try (FileSystem into = FileSystems.newFileSystem(zip)) {
      for (Path each : Backup.files(folder.root())) {
        if (!each.equals(folder.databaseFile())) {
          Path entry = into.getPath("/" + folder.root().relativize(each));
          Files.createDirectories(entry.getParent());
          Files.copy(each, entry);
        }
      }
    }
  }

  /** The newest in a data folder. */
  static Optional<Path> newest(Path root) {
    try {
      return Optional.of(all(root)).filter(found -> !found.isEmpty()).map(List::getLast);
    } catch (IOException e) {
      log.warn("The backups in {} cannot be listed: {}", root, e.getMessage());
      return Optional.empty();
    }
  }

  /** Oldest first: the time is in the name. */
  private static List<Path> all(Path root) throws IOException {
    Path backups = root.resolve(BACKUPS);
    if (!Files.isDirectory(backups)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(backups)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(PREFIX))
          .filter(file -> file.getFileName().toString().endsWith(".zip"))
          .sorted()
          .toList();
    }
  }

  /**
   * One that was made.
   *
   * @param file a backup as {@link Backup#restore} takes it
   */
  record Made(Path file) {

    /**
     * Puts the database back, which must be closed. Journal and settings are as they were: only a
     * kiosk that has begun to work writes them.
     */
    void putBack(Path database) throws StoreException {
      Path beginning = database.resolveSibling(database.getFileName() + ".part");
      try (ZipFile zip = new ZipFile(file.toFile())) {
        ZipEntry entry = zip.getEntry(database.getFileName().toString());
        if (entry == null) {
          throw new IOException("it holds no database");
        }
        try (InputStream in = zip.getInputStream(entry);
            FileOutputStream out = new FileOutputStream(beginning.toFile())) {
          in.transferTo(out);
          out.getFD().sync();
        }
        Files.move(
            beginning,
            database,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        SyncedFiles.syncFolder(database.toAbsolutePath().getParent());
      } catch (IOException e) {
        throw new StoreException(
            KnownFailure.STORE_BROKEN,
            "The upgrade failed, and the data from before could not be put back by itself (%s): gatehouse restore --force %s"
                .formatted(e.getMessage(), file),
            e);
      } finally {
        beginning.toFile().delete();
      }
    }
  }
}
