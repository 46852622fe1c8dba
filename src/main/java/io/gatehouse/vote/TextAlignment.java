package io.gatehouse.vote;

import java.util.Arrays;

/** Lays one text along another with the fewest changes. */
final class TextAlignment {

  /** Stands in the result for a character that has no partner. */
  static final int NONE = -1;

  // A gap costs a little more than a swap, so that texts of one length stay place by place.
  private static final double SWAP = 1;
  private static final double GAP = 1.1;

  private TextAlignment() {}

  /**
   * For each character of {@code text} the position in {@code reference} that it stands for, or
   * {@link #NONE}.
   */
  static int[] align(String text, String reference) {
    double[][] cost = costs(text, reference);
    int[] partner = new int[text.length()];
    Arrays.fill(partner, NONE);
    int i = text.length();
    int j = reference.length();
    while (i > 0 && j > 0) {
      double swap = text.charAt(i - 1) == reference.charAt(j - 1) ? 0 : SWAP;
      if (cost[i][j] >= cost[i - 1][j - 1] + swap - 1e-9) {
        partner[--i] = --j;
      } else if (cost[i][j] >= cost[i - 1][j] + GAP - 1e-9) {
        i--;
      } else {
        j--;
      }
    }
    return partner;
  }

  /**
   * How alike two texts are: 1 when equal, 0 when nothing agrees. A text that is a piece of the
   * other, as when a hand or the picture's edge covers the rest, counts 0.8.
   */
  static double similarity(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    if (a.equals(b)) {
      return 1;
    }
    int shorter = Math.min(a.length(), b.length());
    if (shorter >= 4 && (a.contains(b) || b.contains(a))) {
      return 0.8;
    }
    double cost = costs(a, b)[a.length()][b.length()];
    return Math.max(0, 1 - cost / Math.max(a.length(), b.length()));
  }

  private static double[][] costs(String a, String b) {
    double[][] cost = new double[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 ? j * GAP : j == 0 ? i * GAP : step(cost, a, b, i, j);
      }
    }
    return cost;
  }

  private static double step(double[][] cost, String a, String b, int i, int j) {
    double swap = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : SWAP);
    return Math.min(swap, Math.min(cost[i - 1][j], cost[i][j - 1]) + GAP);
  }
}
