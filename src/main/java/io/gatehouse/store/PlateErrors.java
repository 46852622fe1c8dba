package io.gatehouse.store;

/**
 * How many characters are wrong, missing or too many between two texts (Levenshtein's distance).
 */
final class PlateErrors {

  private PlateErrors() {}

  static int between(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int wrong = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(wrong, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
