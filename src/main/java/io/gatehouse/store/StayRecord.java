package io.gatehouse.store;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.parking.stay.StayEnd;
import java.util.UUID;

/**
 * A {@link StayChange} in the flat form that the journal keeps; what a change does not have is
 * null.
 */
record StayRecord(Change change, VehicleKind kind, UUID stay, StayEnd end, Settlement settlement) {

  enum Change {
    NONE,
    OPENS,
    CLOSES,
    WITHOUT_ENTRY
  }

  static StayRecord of(StayChange change) {
    return switch (change) {
      case StayChange.None() -> new StayRecord(Change.NONE, null, null, null, null);
      case StayChange.Opens(VehicleKind kind) ->
          new StayRecord(Change.OPENS, kind, null, null, null);
      case StayChange.Closes(UUID stay, VehicleKind kind, StayEnd end, Settlement settlement) ->
          new StayRecord(Change.CLOSES, kind, stay, end, settlement);
      case StayChange.WithoutEntry(VehicleKind kind, StayEnd end, Settlement settlement) ->
          new StayRecord(Change.WITHOUT_ENTRY, kind, null, end, settlement);
    };
  }
}
