package io.gatehouse.read;

import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.ReadCharacter;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decodes the plate reader's answer: for each cell whether a character's centre lies in it, which
 * one, on which line and how large. The layout of the channels is that of
 * training/platelab/reader_net.py.
 */
final class CharacterMap {

  static final int WIDTH = 160;
  static final int HEIGHT = 64;

  private static final String CLASSES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ";
  private static final int CELL_WIDTH = 4;
  private static final int CELL_HEIGHT = 8;
  private static final int COLUMNS = WIDTH / CELL_WIDTH;
  private static final int ROWS = HEIGHT / CELL_HEIGHT;
  private static final int PLANE = ROWS * COLUMNS;
  private static final int CLASS = 1;
  private static final int LINE = CLASS + 37;
  private static final int BOX = LINE + 1;

  private static final int MOST_ALTERNATIVES = 4;
  private static final float LEAST_ALTERNATIVE = 0.002f;

  /** Two peaks nearer than these shares of a character's size are one character. */
  private static final double SAME_X = 0.6;

  private static final double SAME_Y = 0.5;

  /**
   * A character on the crop.
   *
   * @param presence how sure it is that there is one at all, 0 to 1
   * @param line 0 for the upper or only line, 1 for the lower
   * @param x centre, in pixels of the crop, as are the others
   */
  record Glyph(
      ReadCharacter character, float presence, int line, double x, double y, double w, double h) {}

  /**
   * What a crop holds.
   *
   * @param glyphs in reading order
   * @param overlooked the greatest presence of a character that was too faint to be taken, 0 if
   *     none
   */
  record Glyphs(List<Glyph> glyphs, float overlooked) {
    List<Glyph> line(int line) {
      return glyphs.stream().filter(glyph -> glyph.line() == line).toList();
    }
  }

  private final float threshold;
  private final ConfidenceCurve curve;

  /**
   * @param threshold least presence of a character, 0 to 1
   * @param curve turns the network's shares into how often it is right
   */
  CharacterMap(float threshold, ConfidenceCurve curve) {
    this.threshold = threshold;
    this.curve = curve;
  }

  /** Decodes one crop, whose {@code 43 x 8 x 40} values start at the buffer's index 0. */
  Glyphs decode(FloatBuffer cells) {
    List<Glyph> found = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int cell = row * COLUMNS + column;
        float presence = sigmoid(cells.get(cell));
        if (presence >= threshold / 4 && isPeak(cells, row, column)) {
          found.add(glyph(cells, cell, presence, row, column));
        }
      }
    }
    found.sort(Comparator.comparingDouble(Glyph::presence).reversed());
    List<Glyph> kept = new ArrayList<>();
    float overlooked = 0;
    for (Glyph glyph : found) {
      if (kept.stream().noneMatch(other -> isSame(glyph, other))) {
        if (glyph.presence() >= threshold) {
          kept.add(glyph);
        } else {
          overlooked = Math.max(overlooked, glyph.presence());
        }
      }
    }
    kept.sort(Comparator.comparingInt(Glyph::line).thenComparingDouble(Glyph::x));
    return new Glyphs(List.copyOf(kept), overlooked);
  }

  private static boolean isPeak(FloatBuffer cells, int row, int column) {
    float value = cells.get(row * COLUMNS + column);
    for (int y = Math.max(0, row - 1); y <= Math.min(ROWS - 1, row + 1); y++) {
      for (int x = Math.max(0, column - 1); x <= Math.min(COLUMNS - 1, column + 1); x++) {
        if (cells.get(y * COLUMNS + x) > value) {
          return false;
        }
      }
    }
    return true;
  }

  private Glyph glyph(FloatBuffer cells, int cell, float presence, int row, int column) {
    int line = cells.get(LINE * PLANE + cell) > 0 ? 1 : 0;
    double x = (column + 0.5 + cells.get(BOX * PLANE + cell)) * CELL_WIDTH;
    double y = (row + 0.5 + cells.get((BOX + 1) * PLANE + cell)) * CELL_HEIGHT;
    double w = cells.get((BOX + 2) * PLANE + cell) * CELL_WIDTH;
    double h = cells.get((BOX + 3) * PLANE + cell) * CELL_HEIGHT;
    return new Glyph(
        character(cells, cell, presence), presence, line, x, y, Math.max(1, w), Math.max(1, h));
  }

  private ReadCharacter character(FloatBuffer cells, int cell, float presence) {
    float[] shares = softmax(cells, cell);
    int best = 0;
    for (int c = 1; c < shares.length; c++) {
      if (shares[c] > shares[best]) {
        best = c;
      }
    }
    float confidence = curve.probability(shares[best] * presence);
    float rest = Math.max(1e-6f, 1 - shares[best]);
    List<Candidate> alternatives = new ArrayList<>();
    for (int c = 0; c < shares.length; c++) {
      // What is left of certainty goes to the others in the proportion of their shares.
      float share = (1 - confidence) * shares[c] / rest;
      if (c != best && share >= LEAST_ALTERNATIVE) {
        alternatives.add(new Candidate(CLASSES.charAt(c), Math.min(share, confidence)));
      }
    }
    alternatives.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
    return new ReadCharacter(
        CLASSES.charAt(best),
        confidence,
        alternatives.subList(0, Math.min(MOST_ALTERNATIVES, alternatives.size())));
  }

  private static float[] softmax(FloatBuffer cells, int cell) {
    float[] shares = new float[CLASSES.length()];
    float top = Float.NEGATIVE_INFINITY;
    for (int c = 0; c < shares.length; c++) {
      shares[c] = cells.get((CLASS + c) * PLANE + cell);
      top = Math.max(top, shares[c]);
    }
    float sum = 0;
    for (int c = 0; c < shares.length; c++) {
      shares[c] = (float) Math.exp(shares[c] - top);
      sum += shares[c];
    }
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= sum;
    }
    return shares;
  }

  private static boolean isSame(Glyph a, Glyph b) {
    return Math.abs(a.x() - b.x()) < SAME_X * Math.min(a.w(), b.w())
        && Math.abs(a.y() - b.y()) < SAME_Y * Math.min(a.h(), b.h());
  }

  private static float sigmoid(float logit) {
    return (float) (1 / (1 + Math.exp(-logit)));
  }
}
