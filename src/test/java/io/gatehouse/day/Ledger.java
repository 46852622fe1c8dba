package io.gatehouse.day;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.tariff.FeeRule;
import io.gatehouse.parking.tariff.TariffBook;
import io.gatehouse.store.Passage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What an honest bookkeeper at the gate would write down, without looking into the product. */
final class Ledger {

  private final TariffBook tariffs;
  private final ZoneId zone;
  private final Map<String, Instant> inside = new TreeMap<>();
  private final Map<String, Long> cash = new HashMap<>();
  private int passages;
  private int entries;
  private int exits;

  Ledger(TariffBook tariffs, ZoneId zone) {
    this.tariffs = tariffs;
    this.zone = zone;
  }

  void cameIn(Passage passage) {
    passages++;
    entries++;
    inside.put(passage.plate(), passage.capturedAt());
  }

  void turnedAway() {
    passages++;
  }

  /** What the vehicle owes that was noted under this plate. */
  long owes(String notedAs, Instant leavesAt) {
    Instant came = inside.get(notedAs);
    return FeeRule.fee(VehicleKind.MOTORBIKE, came, leavesAt, tariffs, zone).dong();
  }

  void wentOut(String notedAs, String guard, long paidDong) {
    passages++;
    exits++;
    if (inside.remove(notedAs) == null) {
      throw new AssertionError(notedAs + " leaves, but is not noted as inside");
    }
    cash.merge(guard, paidDong, Long::sum);
  }

  void wentOutUnknown(String guard, long paidDong) {
    passages++;
    exits++;
    cash.merge(guard, paidDong, Long::sum);
  }

  Map<String, Instant> inside() {
    return inside;
  }

  Map<String, Long> cash() {
    return cash;
  }

  int passages() {
    return passages;
  }

  int entries() {
    return entries;
  }

  int exits() {
    return exits;
  }
}
