package io.gatehouse.parking.gate;

import io.gatehouse.parking.lists.ListVerdict;
import java.util.Optional;
import java.util.OptionalInt;

/** What the books ask of a vehicle before a lane lets it pass without a guard's tap. */
public final class Unguarded {

  private Unguarded() {}

  /**
   * Why a vehicle must not pass a lane without a guard, in words for the stored row; empty when
   * nothing is in its way.
   */
  public static Optional<String> objection(Assessment assessment) {
    return switch (assessment) {
      case Assessment.Entry entry -> {
        boolean full = entry.occupancy().isFull() && !entry.listed().isFree();
        yield entry.listed().isDenied()
            ? Optional.of("on the list of denied vehicles")
            : full ? Optional.of("the site is full") : Optional.empty();
      }
      case Assessment.Exit exit ->
          exit.match().isEmpty()
              ? Optional.of("no entry of this plate is known")
              : exit.match().get().dueDong() > 0
                  ? Optional.of("a fee is to be collected")
                  : Optional.empty();
    };
  }

  /**
   * Whether a lane with a guard opens by itself: for a subscriber's own plate, every character read
   * surely, with nothing in its way and nothing odd.
   *
   * @param leastConfidence of the least sure character, 0 to 1
   * @param percent the least that is asked for; empty when the lane never opens by itself
   */
  public static boolean opensForSubscriber(
      Assessment assessment, double leastConfidence, OptionalInt percent) {
    ListVerdict listed = assessment.listed();
    boolean odd = assessment instanceof Assessment.Entry entry && entry.alreadyInside().isPresent();
    return percent.isPresent()
        && listed.opensAt(leastConfidence, percent.getAsInt())
        && !odd
        && objection(assessment).isEmpty();
  }
}
