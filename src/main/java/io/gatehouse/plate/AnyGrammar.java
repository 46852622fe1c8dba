package io.gatehouse.plate;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plates of countries without a grammar: letters and digits as they are, in upper case. Nothing is
 * corrected, and every plate's kind is {@link PlateKind#UNKNOWN}.
 */
public final class AnyGrammar implements PlateGrammar {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 10;
  private static final String KEYS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  @Override
  public Plate parse(String text, int lines) {
    return PlateText.of(text).unknownPlate(lines);
  }

  /** Whether the text is as long as plates are, 4 to 10 characters without separators. */
  public boolean isPlausible(String text) {
    int length = PlateText.of(text).compact().length();
    return length >= SHORTEST && length <= LONGEST;
  }

  @Override
  public List<ReadCharacter> correct(List<ReadCharacter> characters, int lines) {
    return characters;
  }

  @Override
  public Set<Character> expectedAt(String text, int position) {
    Set<Character> expected = new TreeSet<>();
    if (Objects.checkIndex(position, text.length() + 1) < LONGEST) {
      KEYS.chars().forEach(c -> expected.add((char) c));
    }
    return expected;
  }

  @Override
  public String origin(Plate plate) {
    return "";
  }
}
