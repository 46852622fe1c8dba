package io.gatehouse.central.api;

import io.gatehouse.central.access.Audit;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What every area of the interface works with.
 *
 * @param language of texts made here
 */
public record Site(
    CentralDatabase database, TimeSource time, ZoneId zone, Locale language, Audit audit) {

  SiteClock clock() {
    return new SiteClock(time, zone);
  }

  Vehicles vehicles() {
    return new Vehicles(clock(), language);
  }
}
