package io.gatehouse.decide;

import io.gatehouse.read.Sureness;
import io.gatehouse.vote.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides in a lane without a guard: lets through what was read surely. A plate that is not read,
 * or not surely, does not open a barrier that nobody watches; the vehicle is stored as turned away,
 * so that its picture is not lost.
 */
public final class AutoGuard {

  /** Who decided, in the stored row. */
  public static final String NAME = "auto";

  /** How sure the least sure character of a plate must be that passes without a guard. */
  public static final float LEAST_CONFIDENCE = 0.8f;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final float leastConfidence;
  private final Duration patience;

  /**
   * @param leastConfidence how sure the least sure character must be [0.8; 0 to 1]
   * @param patience how long better readings are waited for [10 s]
   */
  public AutoGuard(float leastConfidence, Duration patience) {
    if (!(leastConfidence >= 0 && leastConfidence <= 1)) {
      throw new IllegalArgumentException(
          "leastConfidence is %s, it must be from 0 to 1".formatted(leastConfidence));
    }
    this.leastConfidence = leastConfidence;
    this.patience = patience;
  }

  public static AutoGuard standard() {
    return asking(LEAST_CONFIDENCE);
  }

  /** Patient as the standard one, with another {@link #LEAST_CONFIDENCE}. */
  public static AutoGuard asking(float leastConfidence) {
    return new AutoGuard(leastConfidence, PATIENCE);
  }

  /** The decision, or empty while it is worth waiting for better readings. */
  public Optional<Decision> decide(Pending vehicle, long nowNanos, Instant now) {
    Proposal proposal = vehicle.proposal();
    boolean readable = !proposal.plate().isEmpty();
    if (!vehicle.arrived()) {
      return Optional.of(Decision.turnedAway(proposal, "stood there from the start", NAME, now));
    }
    boolean sure = proposal.sureness() == Sureness.SURE;
    if (readable && sure && proposal.confidence() >= leastConfidence) {
      return Optional.of(letThrough(proposal, now));
    }
    if (!waits(vehicle, nowNanos)) {
      String reason = readable ? "plate not read surely enough" : "no plate read";
      return Optional.of(Decision.turnedAway(proposal, reason, NAME, now));
    }
    return Optional.empty();
  }

  /** Whether a better reading of the vehicle is still waited for. */
  public boolean waits(Pending vehicle, long nowNanos) {
    return !vehicle.gone() && nowNanos - vehicle.sinceNanos() < patience.toNanos();
  }

  /** Let through by the machine, under the plate that was read. */
  public static Decision letThrough(Proposal proposal, Instant now) {
    return new Decision(Optional.of(proposal), Outcome.AUTOMATIC, proposal.plate(), NAME, now, "");
  }

  /** For a vehicle that still waits when the kiosk stops. */
  public static Decision unserved(Proposal proposal, Instant now) {
    return Decision.turnedAway(proposal, "the kiosk stopped before a decision", NAME, now);
  }

  /** For a vehicle that drove off so long ago that nobody will decide on it any more. */
  public static Decision missed(Proposal proposal, Instant now) {
    return Decision.turnedAway(proposal, "left before a decision", NAME, now);
  }
}
