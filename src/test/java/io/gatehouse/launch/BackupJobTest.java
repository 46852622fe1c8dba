package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.plate.Confusions;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.FakeTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupJobTest {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant TWO_AT_NIGHT = Instant.parse("2026-03-02T19:00:00Z");

  @TempDir Path folder;

  private final FakeTime time = new FakeTime(TWO_AT_NIGHT);
  private DataFolder data;
  private KioskStore store;
  private boolean idle = true;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, time, Confusions::fold);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  /** Looks once; the number of backups that there are then. */
  private long look() throws IOException {
    new BackupJob(store.nightlyBackup(), () -> idle, time, VIETNAM).run();
    Path backups = folder.resolve("backup");
    if (!Files.exists(backups)) {
      return 0;
    }
    try (Stream<Path> made = Files.list(backups)) {
      return made.peek(file -> assertThat(file.toString()).endsWith(".zip")).count();
    }
  }

  @Test
  void aBackupIsMadeAtNight() throws IOException {
    assertThat(look()).isEqualTo(1);
  }

  @Test
  void noneIsMadeByDay() throws IOException {
    time.advance(Duration.ofHours(10));
    assertThat(look()).isZero();
  }

  @Test
  void aVehicleComesFirst() throws IOException {
    idle = false;
    assertThat(look()).isZero();
  }

  @Test
  void oneANightIsEnough() throws IOException {
    look();
    try (Stream<Path> made = Files.list(folder.resolve("backup"))) {
      Files.setLastModifiedTime(made.findFirst().orElseThrow(), FileTime.from(time.now()));
    }
    time.advance(Duration.ofHours(1));
    assertThat(look()).isEqualTo(1);

    time.advance(Duration.ofHours(23));
    assertThat(look()).isEqualTo(2);
  }
}
