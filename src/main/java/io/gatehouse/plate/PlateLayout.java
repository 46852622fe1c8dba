package io.gatehouse.plate;

import java.util.ArrayList;
import java.util.List;

/**
 * Where every character stands on a plate, for whoever draws one. Millimetres from the top left
 * corner.
 *
 * @param shape the metal
 * @param glyphs from top to bottom and left to right, separators included
 */
public record PlateLayout(PlateShape shape, List<PlacedGlyph> glyphs) {

  /** Free metal on both sides of a line, so that a long text does not touch the frame. */
  private static final double SIDE_MARGIN = 9;

  public PlateLayout {
    glyphs = List.copyOf(glyphs);
  }

  /** Lays the plate out on its usual shape. */
  public static PlateLayout of(Plate plate, PlateAlphabet alphabet) {
    return of(plate, PlateShape.of(plate), alphabet);
  }

  /**
   * Lays the plate out on a shape. A line too long for the metal is squeezed. A plate without a
   * second line stands on one line in the middle of any shape.
   */
  public static PlateLayout of(Plate plate, PlateShape shape, PlateAlphabet alphabet) {
    List<String> lines =
        shape.lines() == 1 || plate.lower().isEmpty()
            ? List.of(plate.display())
            : List.of(plate.upper(), plate.lower());
    CharacterIndex index = new CharacterIndex(plate.text());
    double gap = (shape.height() - lines.size() * shape.letterHeight()) / (lines.size() + 1);
    List<PlacedGlyph> glyphs = new ArrayList<>();
    double y = gap;
    for (String line : lines) {
      placeLine(line, y, shape, alphabet, index, glyphs);
      y += shape.letterHeight() + gap;
    }
    return new PlateLayout(shape, glyphs);
  }

  private static void placeLine(
      String line,
      double y,
      PlateShape shape,
      PlateAlphabet alphabet,
      CharacterIndex index,
      List<PlacedGlyph> into) {
    int[] indices = index.ofLine(line);
    double wanted = width(line, shape, alphabet);
    double squeeze = Math.min(1, (shape.width() - 2 * SIDE_MARGIN) / wanted);
    double x = (shape.width() - wanted * squeeze) / 2;
    for (int i = 0; i < line.length(); i++) {
      Glyph glyph =
          alphabet
              .glyphOrBox(line.charAt(i))
              .scaled(shape.letterHeight(), shape.stretch() * squeeze);
      double tracking = shape.tracking() * squeeze;
      double cell = glyph.advance() + tracking;
      into.add(new PlacedGlyph(indices[i], x, y, cell, glyph.moved(x + tracking / 2, y)));
      x += cell;
    }
  }

  private static double width(String line, PlateShape shape, PlateAlphabet alphabet) {
    return line.chars()
        .mapToDouble(c ->
            alphabet.glyphOrBox((char) c).scaled(shape.letterHeight(), shape.stretch()).advance()
                + shape.tracking())
        .sum();
  }
}
