package io.gatehouse.parking.lists;

import io.gatehouse.parking.VehicleKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A plate on a list. Of each kind a plate has one entry at most.
 *
 * @param id of the entry, the same through all edits
 * @param kind which list
 * @param plate compact text
 * @param display the same with separators
 * @param vehicle what the plate is on
 * @param owner name; may be empty
 * @param phone may be empty
 * @param note may be empty
 * @param validFrom the first day
 * @param lastDay the last day, valid to its end where the site is; empty for no end
 */
public record ListEntry(
    UUID id,
    ListKind kind,
    String plate,
    String display,
    VehicleKind vehicle,
    String owner,
    String phone,
    String note,
    LocalDate validFrom,
    Optional<LocalDate> lastDay) {

  public ListEntry {
    if (plate.isEmpty()) {
      throw new IllegalArgumentException("an entry of a list without a plate");
    }
    if (lastDay.isPresent() && lastDay.get().isBefore(validFrom)) {
      throw new IllegalArgumentException(
          "an entry from %s to %s: the last day comes before the first"
              .formatted(validFrom, lastDay.get()));
    }
  }

  /** The same under another id: for an entry that is known already. */
  public ListEntry withId(UUID other) {
    return new ListEntry(
        other, kind, plate, display, vehicle, owner, phone, note, validFrom, lastDay);
  }
}
