package io.gatehouse.support;

import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A country with one format, {@code 29A12345} or {@code 29A1234}; all else is of unknown kind. */
public final class CarGrammar implements PlateGrammar {

  @Override
  public Plate parse(String text, int lines) {
    String compact = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    PlateKind kind = compact.matches("\\d{2}[A-Z]\\d{4,5}") ? PlateKind.CAR : PlateKind.UNKNOWN;
    return new Plate(compact, kind, lines, compact, compact, "");
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
