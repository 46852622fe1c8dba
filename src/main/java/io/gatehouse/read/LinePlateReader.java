package io.gatehouse.read;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.detect.Quad;
import io.gatehouse.plate.PlateGrammar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a plate line by line and lets the grammar make a plate of the characters. A line that
 * belongs to several boxes of a frame is read once.
 */
public final class LinePlateReader implements PlateReader {

  private final TextLineReader lineReader;
  private final PlateWriting writing;
  private final Map<Quad, ReadLine> linesOfFrame = new HashMap<>();
  private Frame frameOfLines;

  /** Takes over {@code lineReader} and closes it with itself. */
  public LinePlateReader(TextLineReader lineReader, PlateGrammar grammar) {
    this.lineReader = lineReader;
    this.writing = new PlateWriting(grammar);
  }

  @Override
  public Optional<PlateReading> read(Frame frame, PlateBox box) {
    forgetLinesOfOtherFrames(frame);
    List<ReadLine> lines = new ArrayList<>();
    for (Quad outline : linesOf(box)) {
      ReadLine line =
          linesOfFrame.computeIfAbsent(outline, missing -> lineReader.read(frame, missing));
      if (line.characters().isEmpty()) {
        return Optional.empty();
      }
      lines.add(line);
    }
    return Optional.of(writing.reading(frame, box, lines, name()));
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

  @Override
  public String name() {
    return lineReader.name();
  }

  @Override
  public void close() {
    lineReader.close();
  }
}
