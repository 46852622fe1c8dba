package io.gatehouse.store;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.stay.StayEnd;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The stays on disk. They are opened and closed by passages: see {@link NewPassage}. */
public interface StayStore {

  Optional<Stay> find(UUID id) throws StoreException;

  /** The open stay of exactly this plate. */
  Optional<Stay> open(String plate) throws StoreException;

  /** The stay that a passage opened, closed or made. */
  Optional<Stay> ofPassage(UUID passage) throws StoreException;

  /**
   * Open stays whose plates may be this one misread: all within one wrong, missing or additional
   * character, and some beyond. Not ranked.
   */
  List<Stay> openLike(String plate, int limit) throws StoreException;

  /**
   * Open stays, longest first.
   *
   * @param kind of this kind only; empty for all
   * @param part of the plate, compact; empty for all
   */
  List<Stay> inside(Optional<VehicleKind> kind, String part, int offset, int limit)
      throws StoreException;

  /** How many vehicles are inside; every kind is there. */
  Map<VehicleKind, Long> occupancy() throws StoreException;

  /** Stays that ended from the one moment to before the other, oldest first. */
  List<Stay> ended(Instant from, Instant to) throws StoreException;

  /**
   * Ends an open stay without an exit passage; durable when this returns.
   *
   * @param by who found that the vehicle is not inside
   * @return the stay as it is then; one that was ended already is left as it was
   * @throws StoreException when there is no such stay or it could not be stored
   */
  Stay end(UUID id, StayEnd end, String by, String reason, Instant at) throws StoreException;
}
