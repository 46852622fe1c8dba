package io.gatehouse.read;

import io.gatehouse.camera.Region;
import io.gatehouse.detect.Quad;
import java.util.List;

/**
 * The straight line that characters stand on, in pixels of a reader's crop.
 *
 * @param middle height of the characters' centres at {@code x = 0}
 * @param slope how much that grows with each pixel to the right
 * @param left where the line's writing begins
 * @param right where it ends
 * @param height of the characters
 */
record GlyphLine(double middle, double slope, double left, double right, double height) {

  /** Room round the writing, as a share of a character's size. */
  private static final double ROOM_BESIDE = 0.35;

  private static final double ROOM_ABOVE = 0.18;

  /** From so many character widths on there may be another one between the last and the edge. */
  private static final double ROOM_FOR_ANOTHER = 0.9;

  /** The line by least squares; level where there are too few characters to tell. */
  static GlyphLine through(List<CharacterMap.Glyph> glyphs) {
    int n = glyphs.size();
    double meanX = mean(glyphs.stream().mapToDouble(CharacterMap.Glyph::x).toArray());
    double meanY = mean(glyphs.stream().mapToDouble(CharacterMap.Glyph::y).toArray());
    double width = mean(glyphs.stream().mapToDouble(CharacterMap.Glyph::w).toArray());
    double height = mean(glyphs.stream().mapToDouble(CharacterMap.Glyph::h).toArray());
    double spread = 0;
    double together = 0;
    for (CharacterMap.Glyph glyph : glyphs) {
      spread += (glyph.x() - meanX) * (glyph.x() - meanX);
      together += (glyph.x() - meanX) * (glyph.y() - meanY);
    }
    double slope = n < 3 ? 0 : together / spread;
    double first = glyphs.getFirst().x() - width * (0.5 + ROOM_BESIDE);
    double last = glyphs.getLast().x() + width * (0.5 + ROOM_BESIDE);
    double left = first > ROOM_FOR_ANOTHER * width ? 0 : first;
    double right = CharacterMap.WIDTH - last > ROOM_FOR_ANOTHER * width ? CharacterMap.WIDTH : last;
    return new GlyphLine(
        meanY - slope * meanX,
        slope,
        Math.max(0, left),
        Math.min(CharacterMap.WIDTH, right),
        height * (1 + 2 * ROOM_ABOVE));
  }

  /**
   * The line's outline in the frame.
   *
   * @param crop where the reader's crop was cut, in pixels of the frame
   */
  Quad outline(Region crop) {
    double scaleX = crop.width() / (double) CharacterMap.WIDTH;
    double scaleY = crop.height() / (double) CharacterMap.HEIGHT;
    float x0 = (float) (crop.x() + left * scaleX);
    float x1 = (float) (crop.x() + right * scaleX);
    double atLeft = middle + slope * left;
    double atRight = middle + slope * right;
    return new Quad(
        x0,
        (float) (crop.y() + (atLeft - height / 2) * scaleY),
        x1,
        (float) (crop.y() + (atRight - height / 2) * scaleY),
        x1,
        (float) (crop.y() + (atRight + height / 2) * scaleY),
        x0,
        (float) (crop.y() + (atLeft + height / 2) * scaleY));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
