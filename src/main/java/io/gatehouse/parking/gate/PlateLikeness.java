package io.gatehouse.parking.gate;

import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.Confusions;
import io.gatehouse.plate.ReadCharacter;
import java.util.List;

/**
 * How likely a plate that stands in the books is the one that was read: an alignment in which each
 * wrong, missing or additional character costs as much as the reader was sure that there is none.
 */
final class PlateLikeness {

  /** Chance that a character is one which the reader did not even consider. */
  private static final double UNTHOUGHT_OF = 0.002;

  /** The same where the two look alike. */
  private static final double LOOKS_ALIKE = 0.03;

  /** Chance that a character was not seen at all. */
  private static final double MISSED = 0.01;

  /** Chance that a character was seen where there is none, by a sure reading of it. */
  private static final double IMAGINED = 0.005;

  private final List<ReadCharacter> read;

  /**
   * @param read the characters as they were read, or as a guard typed them with confidence 1
   */
  PlateLikeness(List<ReadCharacter> read) {
    this.read = List.copyOf(read);
  }

  /**
   * @param errors characters that differ, are missing or too many
   * @param cost minus the natural logarithm of the chance; 0 for a sure reading of this very plate
   */
  record Match(int errors, double cost) {}

  /** Of a plate's compact text. */
  Match with(String plate) {
    Match[] above = new Match[plate.length() + 1];
    above[0] = new Match(0, 0);
    for (int j = 1; j <= plate.length(); j++) {
      above[j] = worse(above[j - 1], MISSED);
    }
    for (ReadCharacter character : read) {
      Match[] row = new Match[plate.length() + 1];
      row[0] = worse(above[0], imagined(character));
      for (int j = 1; j <= plate.length(); j++) {
        row[j] =
            cheapest(
                step(above[j - 1], character, plate.charAt(j - 1)),
                worse(row[j - 1], MISSED),
                worse(above[j], imagined(character)));
      }
      above = row;
    }
    return above[plate.length()];
  }

  private static Match step(Match before, ReadCharacter character, char wanted) {
    if (character.value() == wanted) {
      // a faint character that fits costs little beside any that does not
      double chance = Math.max(0.5, character.confidence());
      return new Match(before.errors(), before.cost() - Math.log(chance));
    }
    return worse(before, chance(character, wanted));
  }

  private static double chance(ReadCharacter character, char wanted) {
    double thought =
        character.alternatives().stream()
            .filter(candidate -> candidate.value() == wanted)
            .mapToDouble(Candidate::confidence)
            .max()
            .orElse(0);
    boolean alike =
        Confusions.fold(String.valueOf(wanted))
            .equals(Confusions.fold(String.valueOf(character.value())));
    return Math.clamp(thought, alike ? LOOKS_ALIKE : UNTHOUGHT_OF, 0.5);
  }

  private static double imagined(ReadCharacter character) {
    return Math.max(IMAGINED, (1 - character.confidence()) / 2);
  }

  private static Match worse(Match before, double chance) {
    return new Match(before.errors() + 1, before.cost() - Math.log(chance));
  }

  private static Match cheapest(Match... matches) {
    Match best = matches[0];
    for (Match match : matches) {
      best = match.cost() < best.cost() ? match : best;
    }
    return best;
  }
}
