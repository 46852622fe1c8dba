package io.gatehouse.launch;

import io.gatehouse.common.TimeSource;
import io.gatehouse.store.InsightStore;
import io.gatehouse.store.StoreException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the days that are over before somebody asks for them: a day once counted is remembered, so
 * that the owner's month opens at once.
 */
final class FiguresJob implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(FiguresJob.class);

  /** This month and the one before it, whatever the day. */
  private static final int DAYS = 62;

  private final InsightStore figures;
  private final BooleanSupplier idle;
  private final TimeSource time;
  private final ZoneId zone;
  private LocalDate counted = LocalDate.MIN;

  /**
   * Counts when it is run.
   *
   * @param idle whether no vehicle waits
   * @param zone in which days begin
   */
  FiguresJob(InsightStore figures, BooleanSupplier idle, TimeSource time, ZoneId zone) {
    this.figures = figures;
    this.idle = idle;
    this.time = time;
    this.zone = zone;
  }

  /** Counts one day after the other, as long as no vehicle waits. */
  @Override
  public void run() {
    LocalDate today = LocalDate.ofInstant(time.now(), zone);
    LocalDate earliest = today.minusDays(DAYS);
    LocalDate day = counted.isBefore(earliest) ? earliest : counted.plusDays(1);
    try {
      for (; day.isBefore(today) && idle.getAsBoolean(); day = day.plusDays(1)) {
        figures.business(day, day, zone);
        figures.reading(day, day, zone);
        counted = day;
      }
    } catch (StoreException e) {
      log.warn("{}", e.getMessage());
    }
  }
}
