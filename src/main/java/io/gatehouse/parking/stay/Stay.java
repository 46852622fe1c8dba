package io.gatehouse.parking.stay;

import io.gatehouse.parking.VehicleKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A vehicle's time on the site, from its entry passage to its exit passage. Of each plate at most
 * one is open.
 *
 * @param id that of the passage which made it
 * @param plate compact text as it counts now
 * @param display the same with separators
 * @param kind what is charged
 * @param entry the entry passage; empty when none is known
 * @param enteredAt when, UTC: the entry passage's own time; that of the exit when no entry is known
 * @param exit the exit passage; empty while inside, and where no exit was seen
 * @param endedAt when the stay ended, UTC; empty while it is open
 * @param end how it ended; empty while it is open
 * @param settlement what was charged; empty where there was no exit
 */
public record Stay(
    UUID id,
    String plate,
    String display,
    VehicleKind kind,
    Optional<UUID> entry,
    Instant enteredAt,
    Optional<UUID> exit,
    Optional<Instant> endedAt,
    Optional<StayEnd> end,
    Optional<Settlement> settlement) {

  public boolean isOpen() {
    return end.isEmpty();
  }

  /** How long it lasted until it ended, or until then; never negative, whatever a clock did. */
  public Duration duration(Instant then) {
    Duration time = Duration.between(enteredAt, endedAt.orElse(then));
    return time.isNegative() ? Duration.ZERO : time;
  }
}
