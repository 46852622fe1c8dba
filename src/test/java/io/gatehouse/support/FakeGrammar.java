package io.gatehouse.support;

import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A country whose plates have no form: every text stands as it is. */
public final class FakeGrammar implements PlateGrammar {

  @Override
  public Plate parse(String text, int lines) {
    String compact = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return new Plate(compact, PlateKind.UNKNOWN, lines, compact, compact, "");
  }

  @Override
  public List<ReadCharacter> correct(List<ReadCharacter> characters, int lines) {
    return characters;
  }

  @Override
  public Set<Character> expectedAt(String text, int position) {
    return Set.of();
  }

  @Override
  public String origin(Plate plate) {
    return "";
  }
}
