package io.gatehouse.read;

import io.gatehouse.detect.PlateBox;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.ReadCharacter;
import java.util.List;

/**
 * One plate text from one frame.
 *
 * @param box where it was read
 * @param rawText as the reader saw it, before the grammar
 * @param characters after the grammar, one for each character of {@code plate.text()}
 * @param plate the text as a plate
 * @param colour the plate's ground
 * @param reader which reader: {@code ppocr-v4}, {@code tesseract}
 */
public record PlateReading(
    PlateBox box,
    String rawText,
    List<ReadCharacter> characters,
    Plate plate,
    PlateColour colour,
    String reader) {

  public PlateReading {
    characters = List.copyOf(characters);
  }

  /** As sure as the least sure character, 0 to 1; 0 for an empty text. */
  public float confidence() {
    float least = characters.isEmpty() ? 0 : 1;
    for (ReadCharacter c : characters) {
      least = Math.min(least, c.confidence());
    }
    return least;
  }
}
