package io.gatehouse.parking.tariff;

import io.gatehouse.parking.VehicleKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What comes with the product. */
public final class TariffPresets {

  /** Of {@link #initial()}. Prices that change get another one: stays are charged by it. */
  private static final String INITIAL_ID = "initial-1";

  private TariffPresets() {}

  /** The version of a new site: two wheels by the turn, the others by the hour. */
  public static TariffVersion initial() {
    Map<VehicleKind, Tariff> tariffs = new EnumMap<>(VehicleKind.class);
    for (VehicleKind kind : VehicleKind.values()) {
      tariffs.put(kind, usual(kind).tariff(kind));
    }
    return new TariffVersion(INITIAL_ID, Instant.EPOCH, tariffs, "", Instant.EPOCH);
  }

  private static TariffPreset usual(VehicleKind kind) {
    return switch (kind) {
      case MOTORBIKE, BICYCLE -> TariffPreset.DAY_AND_NIGHT;
      case CAR, TRUCK -> TariffPreset.HOURS_WITH_CAP;
    };
  }
}
