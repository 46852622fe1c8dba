package io.gatehouse.parking.shift;

import io.gatehouse.parking.people.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's time at the gate, from sign-in to sign-out. At most one is open.
 *
 * @param person who
 * @param guard their name, as the passages have it
 * @param beganAt UTC
 * @param opening the cash in the drawer at its start; empty when nobody counted it
 * @param closing how it ended; empty while it goes on
 */
public record Shift(
    UUID id,
    UUID person,
    String guard,
    Role role,
    String lane,
    Instant beganAt,
    Optional<CashCount> opening,
    Optional<Closing> closing) {

  /**
   * The end of a shift.
   *
   * @param at UTC
   * @param counted the cash handed over; empty when nobody counted
   * @param remark of the guard; may be empty
   */
  public record Closing(Instant at, Optional<CashCount> counted, String remark) {}

  /** What was in the drawer at its start; nothing when nobody counted. */
  public long openingDong() {
    return opening.map(CashCount::totalDong).orElse(0L);
  }

  public boolean isOpen() {
    return closing.isEmpty();
  }
}
