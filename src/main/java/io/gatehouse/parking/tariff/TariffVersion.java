package io.gatehouse.parking.tariff;

import io.gatehouse.parking.VehicleKind;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The tariffs of all kinds of vehicles from one moment on. Never changed: a change is another
 * version.
 *
 * @param id names it in every stay that was charged by it
 * @param validFrom the first entry that is charged by it, UTC; not before {@code savedAt}, so that
 *     no stay under way becomes dearer
 * @param tariffs every kind is there
 * @param savedBy who made it; empty for one that came with the product
 * @param savedAt when, UTC
 */
public record TariffVersion(
    String id,
    Instant validFrom,
    Map<VehicleKind, Tariff> tariffs,
    String savedBy,
    Instant savedAt) {

  public TariffVersion {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a version of the tariff without a name");
    }
    if (validFrom.isBefore(savedAt)) {
      throw new IllegalArgumentException(
          "a tariff of %s cannot hold from %s on".formatted(savedAt, validFrom));
    }
    Map<VehicleKind, Tariff> all = new EnumMap<>(VehicleKind.class);
    all.putAll(tariffs);
    for (VehicleKind kind : VehicleKind.values()) {
      if (!all.containsKey(kind)) {
        throw new IllegalArgumentException("tariff %s has no price for %s".formatted(id, kind));
      }
    }
    tariffs = Collections.unmodifiableMap(all);
  }

  public Tariff tariff(VehicleKind kind) {
    return tariffs.get(kind);
  }
}
