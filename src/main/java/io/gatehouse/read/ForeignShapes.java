package io.gatehouse.read;

import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells O from 0 and I from 1 on plates of countries without a grammar, where only the place tells:
 * on many plates the two are the same glyph.
 */
final class ForeignShapes {

  /** France, Italy, Slovakia, Albania, Georgia: two letters, three digits, two letters. */
  private static final Pattern TWO_THREE_TWO = Pattern.compile("[A-Z01]{2}[0-9OI]{3}[A-Z01]{2}");

  private static final String LETTER_PLACES = "LLDDDLL";

  private ForeignShapes() {}

  /** The same characters, with look-alikes set by place where the shape is known. */
  static List<ReadCharacter> settle(List<ReadCharacter> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(c -> text.append(c.value()));
    if (!TWO_THREE_TWO.matcher(text).matches()
        || text.chars().noneMatch(c -> Character.isLetter(c) && c != 'O' && c != 'I')) {
      return characters;
    }
    List<ReadCharacter> settled = new ArrayList<>();
    for (int i = 0; i < characters.size(); i++) {
      settled.add(settled(characters.get(i), LETTER_PLACES.charAt(i) == 'L'));
    }
    return settled;
  }

  private static ReadCharacter settled(ReadCharacter read, boolean letter) {
    char value =
        switch (read.value()) {
          case '0' -> letter ? 'O' : '0';
          case '1' -> letter ? 'I' : '1';
          case 'O' -> letter ? 'O' : '0';
          case 'I' -> letter ? 'I' : '1';
          default -> read.value();
        };
    if (value == read.value()) {
      return read;
    }
    List<Candidate> alternatives = new ArrayList<>();
    alternatives.add(new Candidate(read.value(), 1 - read.confidence()));
    read.alternatives().stream().filter(c -> c.value() != value).forEach(alternatives::add);
    return new ReadCharacter(value, read.confidence(), alternatives);
  }
}
