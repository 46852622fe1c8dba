package io.gatehouse.store;

import io.gatehouse.common.TimeSource;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;

/** Copies of the database that the running kiosk makes of itself. For one thread. */
public final class NightlyBackup {

  private static final int KEPT = 3;

  private final Database database;
  private final Path folder;
  private final FreeSpace free;
  private final long mustStayFree;
  private final TimeSource time;

  /**
   * Makes one.
   *
   * @param mustStayFree bytes of the disk that no backup takes
   */
  NightlyBackup(
      Database database, Path folder, FreeSpace free, long mustStayFree, TimeSource time) {
    this.database = database;
    this.folder = folder;
    this.free = free;
    this.mustStayFree = mustStayFree;
    this.time = time;
  }

  /** How long ago the newest one was made; empty when there is none. */
  public Optional<Duration> age() throws StoreException {
    try {
      List<Path> made = made();
      if (made.isEmpty()) {
        return Optional.empty();
      }
      Instant newest = Files.getLastModifiedTime(made.getLast()).toInstant();
      return Optional.of(Duration.between(newest, time.now()).abs());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Makes one while the store is in use, and deletes the oldest so that three are left.
   *
   * @return the file; empty when there is no room for one
   * @throws StoreException when it could not be written; the others are as they were then
   */
  public Optional<Path> make() throws StoreException {
    Path file = Backup.fileIn(folder, time.now());
    Path beginning = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(folder);
      if (!hasRoom()) {
        return Optional.empty();
      }
      database.jdbi().useHandle(handle -> handle.execute("BACKUP TO ?", beginning.toString()));
      try (FileOutputStream written = new FileOutputStream(beginning.toFile(), true)) {
        written.getFD().sync();
      }
      Files.move(beginning, file, StandardCopyOption.ATOMIC_MOVE);
      SyncedFiles.syncFolder(folder);
      dropOldest(KEPT);
      return Optional.of(file);
    } catch (IOException | JdbiException e) {
      throw failed(e);
    } finally {
      beginning.toFile().delete();
    }
  }

  /** The oldest go for the new one, but not the last. */
  private boolean hasRoom() throws IOException {
    long needed = database.fileBytes() + mustStayFree;
    for (int keep = made().size() - 1; keep >= 1 && free.bytes() < needed; keep--) {
      dropOldest(keep);
    }
    return free.bytes() >= needed;
  }

  private void dropOldest(int keep) throws IOException {
    List<Path> made = new ArrayList<>(made());
    while (made.size() > keep) {
      Files.delete(made.removeFirst());
    }
  }

  private List<Path> made() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("gatehouse-\\d{8}T\\d{6}Z\\.zip"))
          .sorted()
          .toList();
    }
  }

  private static StoreException failed(Exception e) {
    return new StoreException(
        "The backup of the night could not be made: " + DatabaseFaults.firstLine(e), e);
  }
}
