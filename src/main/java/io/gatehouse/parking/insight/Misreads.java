package io.gatehouse.parking.insight;

import java.util.ArrayList;
import java.util.List;

/** Finds which characters were taken for which, by the fewest changes from one text to another. */
final class Misreads {

  /** So many wrong characters, and it is another plate, not a misread one. */
  private static final int MOST = 3;

  // A gap costs a little more than a swap, so that texts of one length stay place by place.
  private static final double SWAP = 1;
  private static final double GAP = 1.1;

  private Misreads() {}

  /** In the order of the plate; empty where the texts have little in common. */
  static List<Misread> between(String read, String plate) {
    double[][] cost = costs(read, plate);
    List<Misread> found = new ArrayList<>();
    int i = read.length();
    int j = plate.length();
    while (i > 0 || j > 0) {
      if (i > 0 && j > 0 && cost[i][j] >= cost[i - 1][j - 1] + swap(read, plate, i, j) - 1e-9) {
        i--;
        j--;
        if (read.charAt(i) != plate.charAt(j)) {
          found.addFirst(new Misread(read.substring(i, i + 1), plate.substring(j, j + 1)));
        }
      } else if (j == 0 || (i > 0 && cost[i][j] >= cost[i - 1][j] + GAP - 1e-9)) {
        i--;
        found.addFirst(new Misread(read.substring(i, i + 1), ""));
      } else {
        j--;
        found.addFirst(new Misread("", plate.substring(j, j + 1)));
      }
    }
    return found.size() > MOST ? List.of() : found;
  }

  private static double[][] costs(String read, String plate) {
    double[][] cost = new double[read.length() + 1][plate.length() + 1];
    for (int i = 0; i <= read.length(); i++) {
      for (int j = 0; j <= plate.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = (i + j) * GAP;
        } else {
          cost[i][j] =
              Math.min(
                  cost[i - 1][j - 1] + swap(read, plate, i, j),
                  Math.min(cost[i - 1][j], cost[i][j - 1]) + GAP);
        }
      }
    }
    return cost;
  }

  private static double swap(String read, String plate, int i, int j) {
    return read.charAt(i - 1) == plate.charAt(j - 1) ? 0 : SWAP;
  }
}
