package io.gatehouse.learn;

import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.PlateKind;
import java.util.Set;
import java.util.TreeSet;

/** Asks the grammar what may stand at a place of a plate while the other places stay. */
final class Places {

  private final PlateGrammar grammar;

  Places(PlateGrammar grammar) {
    this.grammar = grammar;
  }

  /**
   * The characters that leave a known plate known; all for a plate of unknown format. Never those
   * that make an army plate of another one: half the world's plates are one swap away from them.
   */
  Set<Character> allowed(Plate plate, String text, int place) {
    Set<Character> allowed = new TreeSet<>();
    allowed.add(text.charAt(place));
    for (char c : Place.EITHER.characters().toCharArray()) {
      if (plate.kind() == PlateKind.UNKNOWN || staysKnown(plate, with(text, place, c))) {
        allowed.add(c);
      }
    }
    return allowed;
  }

  private boolean staysKnown(Plate plate, String text) {
    Plate other = grammar.parse(text, plate.lines());
    return other.kind() != PlateKind.UNKNOWN
        && (other.kind() == PlateKind.MILITARY) == (plate.kind() == PlateKind.MILITARY)
        && other.text().equals(text);
  }

  private static String with(String text, int place, char character) {
    return text.substring(0, place) + character + text.substring(place + 1);
  }
}
