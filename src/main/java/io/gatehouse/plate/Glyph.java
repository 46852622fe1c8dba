package io.gatehouse.plate;

import java.util.List;

/**
 * A character of the plate alphabet as the skeleton of a stroke. Draw {@code path} with a pen of
 * {@code strokeWidth}, butt caps and mitre joins (limit {@link PlateAlphabet#MITER_LIMIT}); nothing
 * is filled.
 *
 * @param character what it shows
 * @param advance width of the character with the space on both sides, in the units of the path
 * @param height of the ink, from y = 0 down to y = height
 * @param strokeWidth of the pen, in the units of the path
 * @param path strokes, each starting with a {@link PathSegment.Move}
 */
public record Glyph(
    char character, double advance, double height, double strokeWidth, List<PathSegment> path) {

  public Glyph {
    path = List.copyOf(path);
  }

  /** The path for SVG and JavaFX's {@code SVGPath}: commands M, L, C and Z, absolute. */
  public String svgPath() {
    return SvgPath.format(path);
  }

  /**
   * The glyph at another size. The stroke follows the height alone, so that a narrow glyph keeps an
   * even stroke.
   *
   * @param newHeight of the ink
   * @param stretch width in relation to the height, 1 for the alphabet's own proportion
   */
  public Glyph scaled(double newHeight, double stretch) {
    double scaleY = newHeight / height;
    double scaleX = scaleY * stretch;
    return new Glyph(
        character,
        advance * scaleX,
        newHeight,
        strokeWidth * scaleY,
        path.stream().map(s -> s.transformed(scaleX, scaleY, 0, 0)).toList());
  }

  /** The glyph moved by {@code (dx, dy)}. */
  public Glyph moved(double dx, double dy) {
    return new Glyph(
        character,
        advance,
        height,
        strokeWidth,
        path.stream().map(s -> s.transformed(1, 1, dx, dy)).toList());
  }
}
