package io.gatehouse.read;

import java.nio.FloatBuffer;

/**
 * Tells which characters of a crop are burnt into by a lamp or the sun. An 8 whose left half is
 * burnt away is a perfect 3 to every reader: no agreement makes it sure.
 */
final class Glare {

  /** A burnt spot is brighter than the plate's white by this share of what is left above it. */
  private static final float BURNT = 0.6f;

  /** On a plate whose own white is nearly this bright, nothing can be told. */
  private static final float BRIGHTEST_WHITE = 0.95f;

  /** The plate's white: darker than a burnt spot, brighter than ink and surroundings. */
  private static final double WHITE_QUANTILE = 0.75;

  private static final double LEAST_SHARE = 0.3;

  /** How far round a character its plate's white is looked for, in characters. */
  private static final double AROUND_X = 1.6;

  private static final double AROUND_Y = 0.6;
  private static final int LEVELS = 256;

  private final FloatBuffer grey;

  /**
   * @param grey the reader's crop, {@code 64 x 160} from 0 to 1
   */
  Glare(FloatBuffer grey) {
    this.grey = grey;
  }

  /** Whether light may have burnt away ink that would make it another character. */
  boolean burns(CharacterMap.Glyph glyph) {
    float white = whiteAround(glyph);
    return white < BRIGHTEST_WHITE
        && LostInk.cells(glyph.character().value()).stream()
            .anyMatch(cell -> burnt(glyph, cell, white));
  }

  private boolean burnt(CharacterMap.Glyph glyph, LostInk.Cell cell, float white) {
    double x = glyph.x() - glyph.w() / 2 + cell.column() * glyph.w() / LostInk.COLUMNS;
    double y = glyph.y() - glyph.h() / 2 + cell.row() * glyph.h() / LostInk.ROWS;
    int left = Math.max(0, (int) Math.round(x));
    int right = Math.min(CharacterMap.WIDTH, (int) Math.round(x + glyph.w() / LostInk.COLUMNS));
    int top = Math.max(0, (int) Math.round(y));
    int bottom = Math.min(CharacterMap.HEIGHT, (int) Math.round(y + glyph.h() / LostInk.ROWS));
    float limit = white + BURNT * (1 - white);
    int burnt = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        burnt += grey.get(row * CharacterMap.WIDTH + column) > limit ? 1 : 0;
      }
    }
    return burnt > LEAST_SHARE * Math.max(1, (right - left) * (bottom - top));
  }

  /** Sun and shade divide plates: what is white is told from the neighbourhood. */
  private float whiteAround(CharacterMap.Glyph glyph) {
    int left = Math.max(0, (int) (glyph.x() - AROUND_X * glyph.w()));
    int right = Math.min(CharacterMap.WIDTH, (int) Math.ceil(glyph.x() + AROUND_X * glyph.w()));
    int top = Math.max(0, (int) (glyph.y() - AROUND_Y * glyph.h()));
    int bottom = Math.min(CharacterMap.HEIGHT, (int) Math.ceil(glyph.y() + AROUND_Y * glyph.h()));
    int size = (right - left) * (bottom - top);
    int[] counts = new int[LEVELS];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        float value = grey.get(y * CharacterMap.WIDTH + x);
        counts[Math.clamp(Math.round(value * (LEVELS - 1)), 0, LEVELS - 1)]++;
      }
    }
    int level = 0;
    for (int below = counts[0]; below < WHITE_QUANTILE * size; below += counts[level]) {
      level++;
    }
    return level / (float) (LEVELS - 1);
  }
}
