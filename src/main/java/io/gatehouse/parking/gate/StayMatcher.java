package io.gatehouse.parking.gate;

import io.gatehouse.parking.stay.Stay;
import io.gatehouse.plate.ReadCharacter;
import java.util.Comparator;
import java.util.List;

/** Finds, among the open stays, those that the vehicle in the lane may belong to. Stateless. */
public final class StayMatcher {

  /** More differences than this are another vehicle. */
  private static final int MOST_ERRORS = 2;

  /** Two sure characters that differ in nothing alike are another vehicle. */
  private static final double MOST_COST = 11;

  /**
   * An open stay that may be this vehicle's.
   *
   * @param errors characters that differ, are missing or too many; 0 for the same plate
   * @param cost how unlikely it is, 0 or more; only to compare
   */
  public record Likely(Stay stay, int errors, double cost) {}

  /**
   * Best first.
   *
   * @param read the characters as read, or as typed with confidence 1
   * @param open stays to choose from
   * @param most so many at most
   */
  public List<Likely> rank(List<ReadCharacter> read, List<Stay> open, int most) {
    PlateLikeness likeness = new PlateLikeness(read);
    return open.stream()
        .map(stay -> {
          PlateLikeness.Match match = likeness.with(stay.plate());
          return new Likely(stay, match.errors(), match.cost());
        })
        .filter(likely -> likely.errors() <= MOST_ERRORS && likely.cost() <= MOST_COST)
        .sorted(
            Comparator.comparing((Likely likely) -> likely.errors() > 0)
                .thenComparingDouble(Likely::cost)
                .thenComparing(likely -> likely.stay().enteredAt(), Comparator.reverseOrder()))
        .limit(most)
        .toList();
  }
}
