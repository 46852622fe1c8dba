package io.gatehouse.read;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a plate of what a reader saw line by line: the grammar's corrections, kind and colour. */
final class PlateWriting {

  private final PlateGrammar grammar;
  private final PlateGround ground = new PlateGround();

  PlateWriting(PlateGrammar grammar) {
    this.grammar = grammar;
  }

  /**
   * A reading of lines from top to bottom, none of them without characters.
   *
   * @param reader whose lines they are
   */
  PlateReading reading(Frame frame, PlateBox box, List<ReadLine> lines, String reader) {
    List<String> raw = new ArrayList<>();
    List<ReadCharacter> characters = new ArrayList<>();
    Set<Integer> lineEnds = new HashSet<>();
    for (ReadLine line : lines) {
      raw.add(line.rawText());
      characters.addAll(line.characters());
      lineEnds.add(characters.size());
    }
    int count = Math.min(2, raw.size());
    List<ReadCharacter> corrected = grammar.correct(characters, count);
    Plate plate = grammar.parse(text(corrected, lineEnds), count);
    if (plate.kind() == PlateKind.UNKNOWN) {
      corrected = ForeignShapes.settle(corrected);
      plate = grammar.parse(text(corrected, lineEnds), count);
    }
    PlateColour colour = ground.colour(frame.bgr(), box.region());
    return new PlateReading(
        box, String.join(" ", raw), aligned(corrected, plate), plate, colour, reader);
  }

  /** The grammar may write a character otherwise than the reader (Đ for D). */
  private static List<ReadCharacter> aligned(List<ReadCharacter> characters, Plate plate) {
    if (plate.text().length() != characters.size()) {
      return characters;
    }
    List<ReadCharacter> aligned = new ArrayList<>(characters.size());
    for (int i = 0; i < characters.size(); i++) {
      ReadCharacter c = characters.get(i);
      char written = plate.text().charAt(i);
      aligned.add(
          c.value() == written ? c : new ReadCharacter(written, c.confidence(), c.alternatives()));
    }
    return aligned;
  }

  /** With a line break where a line ends, which tells a car's series from a motorbike's. */
  private static String text(List<ReadCharacter> characters, Set<Integer> lineEnds) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < characters.size(); i++) {
      text.append(lineEnds.contains(i) ? "\n" : "").append(characters.get(i).value());
    }
    return text.toString();
  }
}
