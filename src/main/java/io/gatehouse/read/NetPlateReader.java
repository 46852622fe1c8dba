package io.gatehouse.read;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.Region;
import io.gatehouse.detect.GreyTensor;
import io.gatehouse.detect.OnnxModel;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.detect.Quad;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.ReadCharacter;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a plate of one or two lines from its box in one go, with our own network
 * (training/cards/plate-reader.md). The reading's box knows its text lines, so that another reader
 * may be asked about them. Used by one thread at a time.
 */
public final class NetPlateReader implements PlateReader {

  static final String MODEL = "models/plate-reader.onnx";
  static final String NAME = "gatehouse";

  /** The network learnt with about so much round the plate. */
  private static final double MARGIN = 0.07;

  private static final float LEAST_PRESENCE = 0.3f;
  private static final int FEWEST_CHARACTERS = 3;

  /** A faint trace of a character makes the whole text less sure. */
  private static final float OVERLOOKED_WEIGHT = 0.8f;

  /** What is left of the certainty about a character that a lamp burns into. */
  private static final float BURNT = 0.25f;

  private final OnnxModel model;
  private final PlateWriting writing;
  private final CharacterMap characters = new CharacterMap(LEAST_PRESENCE, MEASURED);
  private final GreyTensor tensor = new GreyTensor();

  /** Measured on generated plates by training/calibrate_reader.py. */
  private static final ConfidenceCurve MEASURED =
      new ConfidenceCurve(
          new float[] {
            0, 0.108f, 0.28f, 0.439f, 0.557f, 0.654f, 0.755f, 0.826f, 0.876f, 0.914f, 0.94f, 1
          },
          new float[] {
            0, 0.12f, 0.395f, 0.719f, 0.924f, 0.977f, 0.9917f, 0.9964f, 0.9986f, 0.9993f, 0.9995f,
            0.9995f
          });

  /** Loads the network to run on so many threads. */
  public NetPlateReader(PlateGrammar grammar, int threads) {
    this.model = OnnxModel.fromClassPath(MODEL, threads);
    this.writing = new PlateWriting(grammar);
  }

  @Override
  public Optional<PlateReading> read(Frame frame, PlateBox box) {
    Region crop = box.region().padded(MARGIN, frame.width(), frame.height());
    FloatBuffer grey = tensor.of(frame.bgr(), crop, CharacterMap.WIDTH, CharacterMap.HEIGHT);
    OnnxModel.Output cells = model.run(grey, 1, 1, CharacterMap.HEIGHT, CharacterMap.WIDTH);
    Glare glare = new Glare(grey);
    CharacterMap.Glyphs found = characters.decode(cells.values());
    if (found.glyphs().size() < FEWEST_CHARACTERS) {
      return Optional.empty();
    }
    List<ReadLine> lines = new ArrayList<>();
    List<Quad> outlines = new ArrayList<>();
    for (int line = 0; line <= 1; line++) {
      List<CharacterMap.Glyph> glyphs = found.line(line);
      if (!glyphs.isEmpty()) {
        lines.add(line(glyphs, found.overlooked(), glare));
        outlines.add(GlyphLine.through(glyphs).outline(crop));
      }
    }
    PlateBox withLines = new PlateBox(box.region(), box.confidence(), outlines);
    return Optional.of(writing.reading(frame, withLines, lines, NAME));
  }

  private static ReadLine line(List<CharacterMap.Glyph> glyphs, float overlooked, Glare glare) {
    StringBuilder raw = new StringBuilder();
    List<ReadCharacter> read = new ArrayList<>();
    for (CharacterMap.Glyph glyph : glyphs) {
      ReadCharacter c = glyph.character();
      raw.append(c.value());
      float doubt = 1 - OVERLOOKED_WEIGHT * overlooked;
      float confidence = c.confidence() * (glare.burns(glyph) ? doubt * BURNT : doubt);
      read.add(new ReadCharacter(c.value(), confidence, c.alternatives()));
    }
    return new ReadLine(raw.toString(), read);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void close() {
    model.close();
  }
}
