package io.gatehouse.support;

import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Plates as in {@code 59P1-684.80} and {@code 29A-123.45}, whatever the characters. */
public final class FakeGrammar implements PlateGrammar {

  @Override
  public Plate parse(String text, int lines) {
    String compact = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    int series = lines == 2 ? 4 : 3;
    if (compact.length() < series + 4) {
      return new Plate(compact, PlateKind.UNKNOWN, lines, compact, compact, "");
    }
    String head = compact.substring(0, series);
    String number = compact.substring(series);
    String dotted =
        number.length() == 5 ? number.substring(0, 3) + '.' + number.substring(3) : number;
    String display = head + '-' + dotted;
    return lines == 2
        ? new Plate(
            compact,
            PlateKind.MOTORBIKE,
            lines,
            display,
            head.substring(0, 2) + '-' + head.substring(2),
            dotted)
        : new Plate(compact, PlateKind.CAR, lines, display, display, "");
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
