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
 * @param reader which reader: {@code gatehouse}, {@code ppocr-v4}, {@code tesseract}, or all that
 *     made the answer, joined by {@code +}; what was learned at the site adds {@code +site-} and
 *     its number
 * @param sureness whether it may be acted on
 */
public record PlateReading(
    PlateBox box,
    String rawText,
    List<ReadCharacter> characters,
    Plate plate,
    PlateColour colour,
    String reader,
    Sureness sureness) {

  public PlateReading {
    characters = List.copyOf(characters);
  }

  /** A single reader's answer, which is doubtful until something confirms it. */
  public PlateReading(
      PlateBox box,
      String rawText,
      List<ReadCharacter> characters,
      Plate plate,
      PlateColour colour,
      String reader) {
    this(box, rawText, characters, plate, colour, reader, Sureness.DOUBTFUL);
  }

  /** The same reading, to be acted on or not. */
  public PlateReading with(Sureness other) {
    return new PlateReading(box, rawText, characters, plate, colour, reader, other);
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
