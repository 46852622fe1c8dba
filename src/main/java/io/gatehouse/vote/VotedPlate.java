package io.gatehouse.vote;

import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.read.Sureness;
import java.util.List;

/**
 * What the readings of one vehicle come to.
 *
 * @param plate the text as a plate
 * @param characters one for each character of {@code plate.text()}, with voted confidences
 * @param colour by majority
 * @param sureness whether it may be acted on
 * @param agreeing how many of the readings that count have exactly this text
 * @param spanNanos from the first to the last of the agreeing ones
 */
record VotedPlate(
    Plate plate,
    List<ReadCharacter> characters,
    PlateColour colour,
    Sureness sureness,
    int agreeing,
    long spanNanos) {

  /** As sure as the least sure character, 0 to 1. */
  float confidence() {
    float least = characters.isEmpty() ? 0 : 1;
    for (ReadCharacter c : characters) {
      least = Math.min(least, c.confidence());
    }
    return least;
  }

  String text() {
    return plate.text();
  }

  /**
   * Whether some place holds another character although both are sure of theirs: two plates, not
   * one misread. Texts of different length never are.
   */
  boolean surelyDiffersFrom(VotedPlate other, float sure) {
    if (characters.size() != other.characters.size()) {
      return false;
    }
    for (int i = 0; i < characters.size(); i++) {
      ReadCharacter mine = characters.get(i);
      ReadCharacter theirs = other.characters.get(i);
      if (mine.value() != theirs.value()
          && Math.min(mine.confidence(), theirs.confidence()) >= sure) {
        return true;
      }
    }
    return false;
  }
}
