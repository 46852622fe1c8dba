package io.gatehouse.central.store;

import io.gatehouse.central.common.CentralException;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.database.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the embedded database while it runs: every night, and when somebody asks. A copy is of one
 * moment; unpacked into an empty data folder it is the database again. PostgreSQL has tools of its
 * own for that: {@code pg_dump}.
 */
public final class Backup implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Backup.class);
  private static final LocalTime AT_NIGHT = LocalTime.of(3, 15);
  private static final int KEPT = 3;
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");
  private static final String PREFIX = "central-";
  private static final String SUFFIX = ".zip";

  private final CentralDatabase database;
  private final Path folder;
  private final ZoneId zone;
  private final TimeSource time;
  private final CountDownLatch closed = new CountDownLatch(1);

  private Backup(CentralDatabase database, Path folder, ZoneId zone, TimeSource time) {
    this.database = database;
    this.folder = folder;
    this.zone = zone;
    this.time = time;
  }

  /** Makes a copy every night from now on, in {@code backups} of the data folder. */
  public static Backup start(
      CentralDatabase database, Path data, ZoneId zone, TimeSource time, Threads threads) {
    Backup backup = new Backup(database, data.resolve("backups"), zone, time);
    if (database.dialect() == Dialect.H2) {
      threads.start("backup", backup::everyNight);
    }
    return backup;
  }

  private void everyNight() {
    try {
      while (!closed.await(untilNight().toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          log.info("backup written: {}", write().getFileName());
        } catch (CentralException e) {
          log.error("tonight's backup failed: {}", e.getMessage());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration untilNight() {
    ZonedDateTime now = time.now().atZone(zone);
    ZonedDateTime tonight = now.with(AT_NIGHT);
    return Duration.between(now, tonight.isAfter(now) ? tonight : tonight.plusDays(1));
  }

  /**
   * Makes a copy now.
   *
   * @return the file
   */
  public synchronized Path write() throws CentralException {
    if (database.dialect() != Dialect.H2) {
      throw new CentralException("this central keeps its data in PostgreSQL: back up with pg_dump");
    }
    String name = PREFIX + NAME.format(time.now().atZone(zone)) + SUFFIX;
    Path file = folder.resolve(name);
    Path unfinished = folder.resolve(name + ".tmp");
    try {
      Files.createDirectories(folder);
      database
          .jdbi()
          .useHandle(handle ->
              handle.createUpdate("BACKUP TO :file").bind("file", unfinished.toString()).execute());
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      removeOld();
      return file;
    } catch (IOException | JdbiException e) {
      throw new CentralException("the backup %s cannot be written: %s".formatted(file, e), e);
    }
  }

  private void removeOld() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> copies =
          files
              .filter(file -> file.getFileName().toString().startsWith(PREFIX))
              .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path old : copies.subList(Math.min(KEPT, copies.size()), copies.size())) {
        Files.delete(old);
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
