package io.gatehouse.learn;

import java.util.Set;

/** What may stand at a place of a plate. An 8 among digits is confused with others than a B is. */
enum Place {
  DIGIT("0123456789"),
  LETTER("ABCDEFGHIJKLMNOPQRSTUVWXYZĐ"),
  EITHER(DIGIT.characters + LETTER.characters);

  private final String characters;

  Place(String characters) {
    this.characters = characters;
  }

  /** All that may stand there, each once. */
  String characters() {
    return characters;
  }

  boolean holds(char character) {
    return characters.indexOf(character) >= 0;
  }

  /** The narrowest place that may hold all of these. */
  static Place of(Set<Character> allowed) {
    if (allowed.stream().allMatch(DIGIT::holds)) {
      return DIGIT;
    }
    return allowed.stream().allMatch(LETTER::holds) ? LETTER : EITHER;
  }
}
