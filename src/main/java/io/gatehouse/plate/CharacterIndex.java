package io.gatehouse.plate;

import java.util.Arrays;

/**
 * Finds the characters of a plate's lines in its compact text. They come in the same order, save on
 * foreign plates, whose two lines {@code 80-NN / 168-06} hold {@code 80168NN06}: so each run of
 * characters takes the first place in the text that still is free.
 */
final class CharacterIndex {

  private static final int SEPARATOR = -1;

  private final String text;
  private final boolean[] taken;

  CharacterIndex(String text) {
    this.text = text;
    this.taken = new boolean[text.length()];
  }

  /** One index for each character of the line; -1 for separators and what the text lacks. */
  int[] ofLine(String line) {
    int[] indices = new int[line.length()];
    Arrays.fill(indices, SEPARATOR);
    int start = 0;
    while (start < line.length()) {
      int end = start;
      while (end < line.length() && Character.isLetterOrDigit(line.charAt(end))) {
        end++;
      }
      if (end > start) {
        take(line.substring(start, end), start, indices);
      }
      start = end + 1;
    }
    return indices;
  }

  private void take(String run, int start, int[] indices) {
    for (int at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + 1)) {
      if (isFree(at, run.length())) {
        for (int i = 0; i < run.length(); i++) {
          taken[at + i] = true;
          indices[start + i] = at + i;
        }
        return;
      }
    }
  }

  private boolean isFree(int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }
}
