package io.gatehouse.central.intake;

import io.gatehouse.central.intake.Fact.Correction;
import io.gatehouse.central.intake.HistoryReader.PassageRow;
import io.gatehouse.central.intake.HistoryReader.StoredCorrection;
import io.gatehouse.central.intake.HistoryReader.StoredExit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The rows that a batch of facts touches: each is read once, changed in memory, and written at the
 * end by {@link HistoryWriter}.
 */
final class HistoryBook {

  /** What a gate calls something. */
  record AtGate(long gate, UUID id) {}

  private final HistoryReader reader;
  private final Map<Long, Vehicle> byId = new HashMap<>();
  private final Map<AtGate, Vehicle> byStay = new HashMap<>();
  private final List<Vehicle> all = new ArrayList<>();
  private final Map<AtGate, LoneExit> exits = new HashMap<>();
  private final Map<AtGate, Vehicle> ofPassage = new HashMap<>();
  private final Map<AtGate, List<StoredCorrection>> corrections = new HashMap<>();
  private final Map<AtGate, End> stayEnds = new HashMap<>();
  private final Set<UUID> knownStays = new HashSet<>();
  private final Set<UUID> knownPassages = new HashSet<>();
  private final Set<String> knownPlates = new HashSet<>();
  private final Map<Vehicle, Map<String, Object>> stored = new HashMap<>();
  private final Set<Vehicle> removed = new HashSet<>();

  HistoryBook(HistoryReader reader) {
    this.reader = reader;
  }

  /** Reads many at once what would else be read one by one. */
  void prefetch(Collection<UUID> stays, Collection<UUID> passages, Collection<String> plates) {
    Set<UUID> newStays = new HashSet<>(stays);
    newStays.removeAll(knownStays);
    if (!newStays.isEmpty()) {
      reader.byStay(newStays).forEach(this::keep);
      knownStays.addAll(newStays);
    }
    Set<UUID> newPassages = new HashSet<>(passages);
    newPassages.removeAll(knownPassages);
    if (!newPassages.isEmpty()) {
      readPassages(newPassages);
      knownPassages.addAll(newPassages);
    }
    Set<String> newPlates = new HashSet<>(plates);
    newPlates.removeAll(knownPlates);
    if (!newPlates.isEmpty()) {
      reader.byPlate(newPlates).forEach(this::keep);
      reader.exitsByPlate(newPlates).forEach(this::keep);
      knownPlates.addAll(newPlates);
    }
  }

  private void readPassages(Set<UUID> events) {
    for (StoredCorrection correction : reader.corrections(events)) {
      addCorrection(correction);
    }
    for (PassageRow row : reader.passages(events)) {
      // what was merged in this batch already knows better
      ofPassage.computeIfAbsent(new AtGate(row.gate(), row.event()), _ -> vehicle(row.vehicle()));
    }
    reader.byHintedEntry(events).forEach(this::keep);
  }

  private Vehicle vehicle(long id) {
    Vehicle known = byId.get(id);
    return known != null ? known : keep(reader.byId(id));
  }

  private Vehicle keep(Vehicle read) {
    Vehicle known = byId.get(read.id);
    if (known != null) {
      return known;
    }
    byId.put(read.id, read);
    stored.put(read, VehicleColumns.of(read));
    return add(read);
  }

  private LoneExit keep(StoredExit read) {
    AtGate key = new AtGate(read.exit().gate, read.exit().event);
    LoneExit known = exits.get(key);
    if (known != null) {
      return known;
    }
    read.exit().holder = vehicle(read.holder());
    exits.put(key, read.exit());
    return read.exit();
  }

  /** A new row. */
  Vehicle add(Vehicle vehicle) {
    all.add(vehicle);
    if (vehicle.stay != null) {
      byStay.put(new AtGate(vehicle.gate, vehicle.stay), vehicle);
    }
    return vehicle;
  }

  /** A new row, or one with the number that it had before this batch removed it. */
  Vehicle addAgain(long gate, UUID stay) {
    Vehicle vehicle = new Vehicle(gate, stay);
    removed.stream()
        .filter(old -> stay != null && old.gate == gate && stay.equals(old.stay))
        .findFirst()
        .ifPresent(old -> {
          removed.remove(old);
          vehicle.id = old.id;
          stored.put(vehicle, stored.get(old));
        });
    return add(vehicle);
  }

  void remove(Vehicle vehicle) {
    all.remove(vehicle);
    if (vehicle.stay != null) {
      byStay.remove(new AtGate(vehicle.gate, vehicle.stay));
    }
    if (vehicle.id != null) {
      removed.add(vehicle);
    }
  }

  Vehicle stay(long gate, UUID stay) {
    prefetch(List.of(stay), List.of(), List.of());
    Vehicle known = byStay.get(new AtGate(gate, stay));
    return known != null ? known : add(new Vehicle(gate, stay));
  }

  /** The row of a passage, whether it came itself or is only told of. */
  Optional<Vehicle> ofPassage(long gate, UUID event) {
    prefetch(List.of(), List.of(event), List.of());
    Vehicle known = ofPassage.get(new AtGate(gate, event));
    return known != null
        ? Optional.of(known)
        : all.stream()
            .filter(v -> v.gate == gate && v.entry != null && event.equals(v.entry.event()))
            .findFirst();
  }

  void linkPassage(long gate, UUID event, Vehicle vehicle) {
    ofPassage.put(new AtGate(gate, event), vehicle);
  }

  Optional<LoneExit> exit(long gate, UUID event) {
    AtGate key = new AtGate(gate, event);
    LoneExit known = exits.get(key);
    return known != null ? Optional.of(known) : reader.exit(gate, event).map(this::keep);
  }

  void addExit(LoneExit exit) {
    exits.put(new AtGate(exit.gate, exit.event), exit);
  }

  List<StoredCorrection> corrections(long gate, UUID passage) {
    prefetch(List.of(), List.of(passage), List.of());
    return corrections.getOrDefault(new AtGate(gate, passage), List.of());
  }

  void addCorrection(StoredCorrection stored) {
    Correction correction = stored.correction();
    corrections
        .computeIfAbsent(new AtGate(stored.gate(), correction.passage()), _ -> new ArrayList<>())
        .add(stored);
  }

  Optional<End> stayEnd(Vehicle vehicle) {
    if (vehicle.stay == null) {
      return Optional.empty();
    }
    AtGate key = new AtGate(vehicle.gate, vehicle.stay);
    End known = stayEnds.get(key);
    return known != null ? Optional.of(known) : reader.stayEnd(vehicle.gate, vehicle.stay);
  }

  void putStayEnd(long gate, UUID stay, End end) {
    stayEnds.put(new AtGate(gate, stay), end);
  }

  /** Rows of a plate as it counts now. */
  List<Vehicle> ofPlate(String plate) {
    prefetch(List.of(), List.of(), List.of(plate));
    return all.stream().filter(v -> v.naming != null && v.plate().equals(plate)).toList();
  }

  List<LoneExit> exitsOfPlate(String plate) {
    prefetch(List.of(), List.of(), List.of(plate));
    return exits.values().stream().filter(x -> x.naming.plate().id().equals(plate)).toList();
  }

  /** Every row that was read or made and is not removed. */
  List<Vehicle> vehicles() {
    return all;
  }

  Collection<LoneExit> exits() {
    return exits.values();
  }

  /** Passages that corrections are known of. */
  Set<AtGate> correctedPassages() {
    return corrections.keySet();
  }

  Set<Vehicle> removed() {
    return removed;
  }

  /** Whether the row differs from what is stored. */
  boolean isChanged(Vehicle vehicle) {
    return !VehicleColumns.of(vehicle).equals(stored.get(vehicle));
  }
}
