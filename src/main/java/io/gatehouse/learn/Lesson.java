package io.gatehouse.learn;

/** What came of learning. */
public sealed interface Lesson {

  /**
   * Not enough yet to learn from.
   *
   * @param passages labelled and read with the profile in use
   * @param passagesNeeded at least
   * @param days of those passages
   * @param daysNeeded at least
   */
  record TooFew(int passages, int passagesNeeded, int days, int daysNeeded) implements Lesson {}

  /**
   * A new profile, scored beside the one in use on days it was not learned from.
   *
   * @param profile the new one
   * @param learnedFrom passages
   * @param learnedDays their days
   * @param heldBackDays the last days, on which both were scored
   * @param now as it is
   * @param learned as it would have been
   */
  record Learned(
      SiteProfile profile,
      int learnedFrom,
      int learnedDays,
      int heldBackDays,
      Score now,
      Score learned)
      implements Lesson {

    /** Whether the new profile is worth the change. */
    public boolean better() {
      return learned.betterThan(now);
    }
  }
}
