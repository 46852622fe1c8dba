package io.gatehouse.parking.stay;

import io.gatehouse.parking.VehicleKind;
import java.util.UUID;

/** What a passage does to the stays; stored with it, in one transaction. */
public sealed interface StayChange {

  /** Nothing: the passage was turned away, or the books could not be read. */
  record None() implements StayChange {}

  /** An entry. An open stay of the same plate ends as {@link StayEnd#SUPERSEDED}. */
  record Opens(VehicleKind kind) implements StayChange {}

  /**
   * An exit. Where that stay is open no more, the exit is kept as one without entry, so that what
   * was paid is not lost.
   *
   * @param stay the stay that ends
   * @param end {@link StayEnd#LEFT} or {@link StayEnd#LOST_TICKET}
   */
  record Closes(UUID stay, VehicleKind kind, StayEnd end, Settlement settlement)
      implements StayChange {}

  /** An exit of a vehicle of which no entry is known; a lost ticket's or a late start's. */
  record WithoutEntry(VehicleKind kind, StayEnd end, Settlement settlement) implements StayChange {}
}
