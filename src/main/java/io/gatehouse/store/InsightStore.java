package io.gatehouse.store;

import io.gatehouse.parking.insight.BusinessDay;
import io.gatehouse.parking.insight.ReadingDay;
import io.gatehouse.parking.insight.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What the stays and the passages add up to. A day that is over is counted once and remembered, so
 * that its figures outlive its passages; what is corrected or written later is counted in. Safe for
 * use by several threads; every call may block on the disk.
 */
public interface InsightStore {

  /**
   * The business of some days, in order; a day to come is empty.
   *
   * @param last inclusive
   * @param zone the site's
   */
  List<BusinessDay> business(LocalDate first, LocalDate last, ZoneId zone) throws StoreException;

  /** How well plates were read on some days, likewise. */
  List<ReadingDay> reading(LocalDate first, LocalDate last, ZoneId zone) throws StoreException;

  /**
   * What came, went and was paid.
   *
   * @param to exclusive
   */
  Totals totals(Instant from, Instant to) throws StoreException;

  StorageUse storage() throws StoreException;
}
