package io.gatehouse.ui.vehicles;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateGrammar;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of a list as it is being written. Immutable.
 *
 * @param id of the entry that is changed; empty for a new one
 * @param plate as typed
 * @param vehicle empty to go by the plate
 */
record EntryForm(
    Optional<UUID> id,
    ListKind kind,
    String plate,
    Optional<VehicleKind> vehicle,
    String owner,
    String phone,
    String note,
    LocalDate from,
    Optional<LocalDate> to) {

  /** What is still wrong. */
  enum Fault {
    NO_PLATE,
    NO_LAST_DAY,
    ENDS_BEFORE_IT_BEGINS
  }

  /** A new entry; a subscription is for a month. */
  static EntryForm blank(ListKind kind, LocalDate today) {
    return new EntryForm(
        Optional.empty(),
        kind,
        "",
        Optional.empty(),
        "",
        "",
        "",
        today,
        kind == ListKind.SUBSCRIBER
            ? Optional.of(today.plusMonths(1).minusDays(1))
            : Optional.empty());
  }

  static EntryForm of(ListEntry entry) {
    return new EntryForm(
        Optional.of(entry.id()),
        entry.kind(),
        entry.display(),
        Optional.of(entry.vehicle()),
        entry.owner(),
        entry.phone(),
        entry.note(),
        entry.validFrom(),
        entry.lastDay());
  }

  Optional<Fault> fault(PlateGrammar grammar) {
    if (parsed(grammar).isEmpty()) {
      return Optional.of(Fault.NO_PLATE);
    }
    if (kind == ListKind.SUBSCRIBER && to.isEmpty()) {
      return Optional.of(Fault.NO_LAST_DAY);
    }
    return to.filter(last -> last.isBefore(from)).map(last -> Fault.ENDS_BEFORE_IT_BEGINS);
  }

  /** The entry, where nothing is wrong. */
  ListEntry entry(PlateGrammar grammar) {
    Plate parsed = parsed(grammar);
    return new ListEntry(
        id.orElseGet(UUID::randomUUID),
        kind,
        parsed.text(),
        parsed.display(),
        vehicle.orElseGet(() -> VehicleKind.of(parsed)),
        owner,
        phone,
        note,
        from,
        to);
  }

  /** The kind that is charged: chosen, or by the plate. */
  VehicleKind counted(PlateGrammar grammar) {
    return vehicle.orElseGet(() -> VehicleKind.of(parsed(grammar)));
  }

  private Plate parsed(PlateGrammar grammar) {
    boolean twoLines = vehicle.equals(Optional.of(VehicleKind.MOTORBIKE));
    return grammar.parse(plate, twoLines ? 2 : 0);
  }

  /** So much longer: from the last day on, or from today where that is over. */
  EntryForm extended(int months, LocalDate today) {
    LocalDate paid = to.filter(last -> !last.isBefore(today)).orElse(today.minusDays(1));
    // paid to the last day of a month stays so: 31/1, 28/2, 31/3
    LocalDate next = paid.plusDays(1).plusMonths(months).minusDays(1);
    return withTo(Optional.of(next));
  }

  EntryForm withKind(ListKind other) {
    return new EntryForm(id, other, plate, vehicle, owner, phone, note, from, to);
  }

  EntryForm withPlate(String other) {
    return new EntryForm(id, kind, other, vehicle, owner, phone, note, from, to);
  }

  EntryForm withVehicle(VehicleKind other) {
    return new EntryForm(id, kind, plate, Optional.of(other), owner, phone, note, from, to);
  }

  EntryForm withOwner(String other) {
    return new EntryForm(id, kind, plate, vehicle, other, phone, note, from, to);
  }

  EntryForm withPhone(String other) {
    return new EntryForm(id, kind, plate, vehicle, owner, other, note, from, to);
  }

  EntryForm withNote(String other) {
    return new EntryForm(id, kind, plate, vehicle, owner, phone, other, from, to);
  }

  EntryForm withFrom(LocalDate other) {
    return new EntryForm(id, kind, plate, vehicle, owner, phone, note, other, to);
  }

  EntryForm withTo(Optional<LocalDate> other) {
    return new EntryForm(id, kind, plate, vehicle, owner, phone, note, from, other);
  }
}
