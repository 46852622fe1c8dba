package io.gatehouse.decide;

import io.gatehouse.plate.Plate;
import io.gatehouse.vote.Proposal;
import java.time.Instant;
import java.util.Optional;

/**
 * The guard's word on a vehicle.
 *
 * @param proposal what was decided on; empty for an entry by hand without a vehicle in view
 * @param outcome what was done
 * @param plate the plate as decided; may be empty for a rejected vehicle only
 * @param decidedBy who: a guard's name, or {@code auto}
 * @param decidedAt wall-clock time in UTC
 * @param reason free text; empty when none was given
 */
public record Decision(
    Optional<Proposal> proposal,
    Outcome outcome,
    Plate plate,
    String decidedBy,
    Instant decidedAt,
    String reason) {

  /** Let through under this plate: the proposal's own, another, or one for a proposal of none. */
  public static Decision letThrough(Proposal proposal, Plate plate, String guard, Instant now) {
    Plate read = proposal.plate();
    Outcome outcome =
        read.isEmpty()
            ? Outcome.TYPED
            : plate.text().equals(read.text()) ? Outcome.CONFIRMED : Outcome.CORRECTED;
    return new Decision(Optional.of(proposal), outcome, plate, guard, now, "");
  }

  /** Turned away. */
  public static Decision turnedAway(Proposal proposal, String reason, String guard, Instant now) {
    return new Decision(
        Optional.of(proposal), Outcome.REJECTED, proposal.plate(), guard, now, reason);
  }

  /** Let through without a proposal. */
  public static Decision byHand(Plate plate, String guard, Instant now) {
    return new Decision(Optional.empty(), Outcome.TYPED, plate, guard, now, "");
  }
}
