package io.gatehouse.central.intake;

import io.gatehouse.central.intake.PlatePairing.Entry;
import io.gatehouse.central.intake.PlatePairing.Exit;
import io.gatehouse.central.intake.PlatePairing.Pairs;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings the rows of some plates to what {@link PlatePairing} answers now. */
final class PairingUpdate {

  private final HistoryBook book;

  PairingUpdate(HistoryBook book) {
    this.book = book;
  }

  void update(Set<String> plates) {
    Map<Vehicle, LoneExit> wanted = new LinkedHashMap<>();
    Map<Vehicle, Instant> next = new LinkedHashMap<>();
    Map<String, LoneExit> exits = new LinkedHashMap<>();
    boolean anything = false;
    for (String plate : plates) {
      if (plate.isEmpty()) {
        continue; // vehicles that nobody could read are not one vehicle
      }
      List<Vehicle> entries = book.ofPlate(plate).stream().filter(Vehicle::maySeekExit).toList();
      List<LoneExit> lone = book.exitsOfPlate(plate);
      if (lone.isEmpty() && entries.stream().allMatch(v -> v.stay != null && !v.hasLoneExit())) {
        continue;
      }
      anything = true;
      lone.forEach(exit -> exits.put(exit.key(), exit));
      answer(entries, lone, wanted, next);
    }
    if (anything) {
      loosen(exits, wanted);
      join(wanted);
      wanted.keySet().forEach(vehicle -> settle(vehicle, wanted, next));
    }
  }

  /** Every entry gets a place in {@code wanted}: its exit, or null. */
  private void answer(
      List<Vehicle> entries,
      List<LoneExit> lone,
      Map<Vehicle, LoneExit> wanted,
      Map<Vehicle, Instant> next) {
    Pairs pairs =
        PlatePairing.pair(
            entries.stream().map(this::entry).toList(),
            lone.stream().map(x -> new Exit(x.key(), x.gate, x.stay != null, x.at)).toList());
    Map<String, LoneExit> byKey = new HashMap<>();
    lone.forEach(exit -> byKey.put(exit.key(), exit));
    for (Vehicle vehicle : entries) {
      wanted.put(vehicle, byKey.get(pairs.exitOf().get(vehicle.key())));
      Instant again = pairs.nextEntry().get(vehicle.key());
      if (again != null) {
        next.put(vehicle, again);
      }
    }
  }

  private Entry entry(Vehicle vehicle) {
    Optional<Instant> ended = book.stayEnd(vehicle).map(end -> end.side().at());
    return new Entry(vehicle.key(), vehicle.gate, vehicle.stay != null, vehicle.entry.at(), ended);
  }

  /** Takes exits out of rows that they do not belong to any more. */
  private void loosen(Map<String, LoneExit> exits, Map<Vehicle, LoneExit> wanted) {
    for (LoneExit exit : exits.values()) {
      Vehicle holder = exit.holder;
      if (!exit.isAlone() && wanted.get(holder) != exit) {
        loosen(exit);
      }
    }
  }

  private void loosen(LoneExit exit) {
    Vehicle own = book.addAgain(exit.gate, exit.stay);
    own.naming = exit.naming;
    own.kind = exit.kind;
    own.end = exit.holder.end;
    exit.holder.end = null;
    hold(exit, own);
  }

  /** Takes an exit of elsewhere out of a row whose own gate tells of an exit after all. */
  void free(Vehicle vehicle, Set<String> plates) {
    if (vehicle.hasLoneExit() && vehicle.entry != null) {
      for (LoneExit exit : book.exitsOfPlate(vehicle.plate())) {
        if (exit.holder == vehicle) {
          plates.add(exit.naming.plate().id());
          loosen(exit);
        }
      }
    }
  }

  private void join(Map<Vehicle, LoneExit> wanted) {
    wanted.forEach((vehicle, exit) -> {
      if (exit != null && exit.holder != vehicle) {
        Vehicle own = exit.holder;
        vehicle.end = own.end;
        hold(exit, vehicle);
        book.remove(own);
      }
    });
  }

  private void hold(LoneExit exit, Vehicle vehicle) {
    exit.holder = vehicle;
    book.linkPassage(exit.gate, exit.event, vehicle);
  }

  private void settle(Vehicle vehicle, Map<Vehicle, LoneExit> wanted, Map<Vehicle, Instant> next) {
    if (wanted.get(vehicle) == null) {
      Instant again = next.get(vehicle);
      vehicle.end =
          book.stayEnd(vehicle).orElseGet(() -> again == null ? null : End.supersededAt(again));
    }
  }
}
