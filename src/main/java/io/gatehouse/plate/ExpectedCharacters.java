package io.gatehouse.plate;

import java.util.Set;
import java.util.TreeSet;

/** Which characters may come at a place of a text that is being typed. */
final class ExpectedCharacters {

  private static final String ALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ";

  private final VietnamFormats formats;

  ExpectedCharacters(VietnamFormats formats) {
    this.formats = formats;
  }

  /** See {@link PlateGrammar#expectedAt}. */
  Set<Character> at(String text, int position) {
    Set<Character> expected = new TreeSet<>();
    boolean complete = false;
    for (PlatePattern pattern : formats.patterns()) {
      if (pattern.length() >= text.length() && pattern.fits(text, position)) {
        if (position < pattern.length()) {
          addPlace(pattern, text, position, expected);
        } else {
          complete |= codeIsPossible(pattern, text);
        }
      }
    }
    return expected.isEmpty() && !complete ? everything() : expected;
  }

  private void addPlace(PlatePattern pattern, String text, int position, Set<Character> expected) {
    // An army plate is rare: for its sake all letters would be bright at the first place.
    if (pattern.kind() == PlateKind.MILITARY && position == 0 && text.length() < 2) {
      return;
    }
    for (char candidate : pattern.places().get(position).toCharArray()) {
      if (codeIsPossible(pattern, with(text, position, candidate))) {
        expected.add(candidate);
      }
    }
  }

  private static String with(String text, int position, char candidate) {
    String rest = position < text.length() ? text.substring(position + 1) : "";
    return text.substring(0, position) + candidate + rest;
  }

  private boolean codeIsPossible(PlatePattern pattern, String text) {
    return text.length() < 2 || formats.hasCode(pattern, text);
  }

  private static Set<Character> everything() {
    Set<Character> all = new TreeSet<>();
    ALL.chars().forEach(c -> all.add((char) c));
    return all;
  }
}
