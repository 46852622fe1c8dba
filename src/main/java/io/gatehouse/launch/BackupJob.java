package io.gatehouse.launch;

import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.store.NightlyBackup;
import io.gatehouse.store.StoreException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a backup made once a night, when nobody stands at the lane. */
final class BackupJob implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BackupJob.class);

  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);
  private static final Duration A_NIGHT = Duration.ofHours(20);
  private static final int FIRST_HOUR = 1;
  private static final int LAST_HOUR = 4;

  private final NightlyBackup backup;
  private final BooleanSupplier idle;
  private final TimeSource time;
  private final ZoneId zone;
  private final CountDownLatch end = new CountDownLatch(1);
  private Optional<Thread> thread = Optional.empty();

  /**
   * Makes the job; {@link #start} starts it.
   *
   * @param idle whether no vehicle waits
   * @param zone in which it is night
   */
  BackupJob(NightlyBackup backup, BooleanSupplier idle, TimeSource time, ZoneId zone) {
    this.backup = backup;
    this.idle = idle;
    this.time = time;
    this.zone = zone;
  }

  void start(Threads threads) {
    thread = Optional.of(threads.start("backup", this::run));
  }

  private void run() {
    try {
      while (!end.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes a backup if it is time for one. */
  void look() {
    int hour = time.now().atZone(zone).getHour();
    if (hour < FIRST_HOUR || hour > LAST_HOUR || !idle.getAsBoolean()) {
      return;
    }
    try {
      if (backup.age().filter(age -> age.compareTo(A_NIGHT) < 0).isEmpty()
          && backup.make().isEmpty()) {
        log.warn("There is no room for a backup of the database on this disk");
      }
    } catch (StoreException e) {
      log.warn("{}", e.getMessage());
    }
  }

  /** Waits for a backup that is being made; the store may be closed then. */
  @Override
  public void close() {
    end.countDown();
    try {
      if (thread.isPresent()) {
        thread.get().join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
