package io.gatehouse.store;

/**
 * The two ends of a folded plate. Of two texts within one wrong, missing or additional character at
 * least one end is the same, so that an index finds them.
 */
final class StayKeys {

  private static final int LENGTH = 4;

  private StayKeys() {}

  static String head(String folded) {
    return folded.substring(0, Math.min(LENGTH, folded.length()));
  }

  static String tail(String folded) {
    return folded.substring(Math.max(0, folded.length() - LENGTH));
  }
}
