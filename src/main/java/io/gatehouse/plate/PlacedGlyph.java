package io.gatehouse.plate;

/**
 * A character at its place on a plate, in millimetres from the plate's top left corner.
 *
 * @param index in {@link Plate#text()}, or -1 for a separator
 * @param x left edge of the character's cell, which holds the space on both sides
 * @param y top of the letter
 * @param width of the cell
 * @param glyph outline where it stands: its path is in the plate's millimetres
 */
public record PlacedGlyph(int index, double x, double y, double width, Glyph glyph) {

  public char character() {
    return glyph.character();
  }

  /** Height of the letter. */
  public double height() {
    return glyph.height();
  }
}
