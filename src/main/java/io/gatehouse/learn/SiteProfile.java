package io.gatehouse.learn;

import io.gatehouse.decide.AutoGuard;
import java.time.Instant;

/**
 * What a site has taught. Immutable.
 *
 * @param number counts the profiles of a site; 0 for the product as delivered
 * @param before the profile it builds on, and that {@code --back} returns to
 * @param madeAt UTC
 * @param sureFrom a reading whose least sure character is below it is doubtful, 0 to 1
 * @param factors of the doubtful characters
 */
public record SiteProfile(
    int number, int before, Instant madeAt, float sureFrom, SiteFactors factors) {

  /** Nothing learned. */
  public static final SiteProfile AS_DELIVERED =
      new SiteProfile(0, 0, Instant.EPOCH, AutoGuard.LEAST_CONFIDENCE, SiteFactors.NONE);

  private static final String MARK = "+site-";

  /** A reader's name, with this profile's mark: what it read is evidence about both together. */
  String mark(String reader) {
    return number == 0 ? reader : reader + MARK + number;
  }

  /** Whether a reading by this reader was made with this profile, and with no other. */
  boolean marked(String reader) {
    int mark = reader.indexOf(MARK);
    String theirs = mark < 0 ? "" : reader.substring(mark);
    return theirs.equals(mark(""));
  }
}
