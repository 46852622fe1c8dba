package io.gatehouse.store;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.tariff.Tariff;
import io.gatehouse.parking.tariff.TariffBook;
import io.gatehouse.parking.tariff.TariffVersion;
import java.time.Instant;
import java.util.Map;

/** The tariffs on disk: versions are added, none is ever changed or removed. */
public interface TariffStore {

  /**
   * All versions, and before them the one that comes with the product: a new site has a tariff from
   * its first minute.
   */
  TariffBook book() throws StoreException;

  /**
   * Adds a version; durable when this returns.
   *
   * @param validFrom the first entry that is charged by it; not before {@code at}
   * @param tariffs of every kind
   * @param by who allowed it
   * @param at when it is saved, UTC
   * @return the version as it is kept
   * @throws StoreException when it could not be stored
   */
  TariffVersion add(Instant validFrom, Map<VehicleKind, Tariff> tariffs, String by, Instant at)
      throws StoreException;
}
