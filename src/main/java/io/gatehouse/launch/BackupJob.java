package io.gatehouse.launch;

import io.gatehouse.common.TimeSource;
import io.gatehouse.store.NightlyBackup;
import io.gatehouse.store.StoreException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a backup made once a night, when nobody stands at the lane. To be run every few minutes. */
final class BackupJob implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(BackupJob.class);

  private static final Duration A_NIGHT = Duration.ofHours(20);
  private static final int FIRST_HOUR = 1;
  private static final int LAST_HOUR = 4;

  private final NightlyBackup backup;
  private final BooleanSupplier idle;
  private final TimeSource time;
  private final ZoneId zone;

  /**
   * Makes a backup when it is run, and it is time for one.
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

  @Override
  public void run() {
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
}
