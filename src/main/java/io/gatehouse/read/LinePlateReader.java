package io.gatehouse.read;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.detect.Quad;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a plate line by line and lets the grammar make a plate of the characters. A line that
 * belongs to several boxes of a frame is read once.
 */
public final class LinePlateReader implements PlateReader {

  private final TextLineReader lineReader;
  private final PlateGrammar grammar;
  private final PlateGround ground = new PlateGround();
  private final Map<Quad, ReadLine> linesOfFrame = new HashMap<>();
  private Frame frameOfLines;

  /** Takes over {@code lineReader} and closes it with itself. */
  public LinePlateReader(TextLineReader lineReader, PlateGrammar grammar) {
    this.lineReader = lineReader;
    this.grammar = grammar;
  }

  @Override
  public Optional<PlateReading> read(Frame frame, PlateBox box) {
    forgetLinesOfOtherFrames(frame);
    List<String> raw = new ArrayList<>();
    List<ReadCharacter> characters = new ArrayList<>();
    Set<Integer> lineEnds = new HashSet<>();
    for (Quad outline : linesOf(box)) {
      ReadLine line =
          linesOfFrame.computeIfAbsent(outline, missing -> lineReader.read(frame, missing));
      if (line.characters().isEmpty()) {
        return Optional.empty();
      }
      raw.add(line.rawText());
      characters.addAll(line.characters());
      lineEnds.add(characters.size());
    }
    int lines = Math.min(2, raw.size());
    List<ReadCharacter> corrected = grammar.correct(characters, lines);
    Plate plate = grammar.parse(text(corrected, lineEnds), lines);
    if (plate.kind() == PlateKind.UNKNOWN) {
      corrected = ForeignShapes.settle(corrected);
      plate = grammar.parse(text(corrected, lineEnds), lines);
    }
    PlateColour colour = ground.colour(frame.bgr(), box.region());
    return Optional.of(
        new PlateReading(
            box, String.join(" ", raw), aligned(corrected, plate), plate, colour, name()));
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

  private void forgetLinesOfOtherFrames(Frame frame) {
    if (frame != frameOfLines) {
      linesOfFrame.clear();
      frameOfLines = frame;
    }
  }

  /** A detector that knows no lines gives a box only: then the box is one line. */
  private static List<Quad> linesOf(PlateBox box) {
    if (!box.lines().isEmpty()) {
      return box.lines();
    }
    float left = box.region().x();
    float top = box.region().y();
    float right = box.region().right();
    float bottom = box.region().bottom();
    return List.of(new Quad(left, top, right, top, right, bottom, left, bottom));
  }

  /** With a line break where a line ends, which tells a car's series from a motorbike's. */
  private static String text(List<ReadCharacter> characters, Set<Integer> lineEnds) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < characters.size(); i++) {
      text.append(lineEnds.contains(i) ? "\n" : "").append(characters.get(i).value());
    }
    return text.toString();
  }

  @Override
  public String name() {
    return lineReader.name();
  }

  @Override
  public void close() {
    lineReader.close();
  }
}
