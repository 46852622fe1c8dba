package io.gatehouse.learn;

/**
 * How readings compare with what the guard made of them.
 *
 * @param readings all of them
 * @param exact those that were right in every character
 * @param sure those that would have been acted on without a guard
 * @param wrongSure those of the sure ones that were not exact
 */
public record Score(int readings, int exact, int sure, int wrongSure) {

  /** A wrong plate that nobody looked at costs as much as so many looks at right ones. */
  static final int LOOKS_FOR_A_WRONG_ONE = 20;

  /**
   * Whether it has no fewer exact readings, no more wrong ones among the sure, and is better in one
   * of the two without asking the guard to look at far more plates.
   */
  boolean betterThan(Score other) {
    return exact >= other.exact
        && wrongSure <= other.wrongSure
        && (exact > other.exact || wrongSure < other.wrongSure)
        && cost() < other.cost();
  }

  private int cost() {
    return LOOKS_FOR_A_WRONG_ONE * wrongSure + (readings - sure) + (readings - exact);
  }
}
