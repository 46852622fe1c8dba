package io.gatehouse.plate;

/** A piece of an outline, with absolute coordinates; y grows downwards. */
public sealed interface PathSegment {

  /** Starts a new stroke. */
  record Move(double x, double y) implements PathSegment {}

  /** A straight line from where the pen is. */
  record Line(double x, double y) implements PathSegment {}

  /** A cubic Bézier curve from where the pen is, by two control points. */
  record Curve(double x1, double y1, double x2, double y2, double x, double y)
      implements PathSegment {}

  /** A straight line back to the start of the stroke, joined to it. */
  record Close() implements PathSegment {}

  /** The same piece with every point at {@code (x * scaleX + dx, y * scaleY + dy)}. */
  default PathSegment transformed(double scaleX, double scaleY, double dx, double dy) {
    return switch (this) {
      case Move(double x, double y) -> new Move(x * scaleX + dx, y * scaleY + dy);
      case Line(double x, double y) -> new Line(x * scaleX + dx, y * scaleY + dy);
      case Curve(double x1, double y1, double x2, double y2, double x, double y) ->
          new Curve(
              x1 * scaleX + dx,
              y1 * scaleY + dy,
              x2 * scaleX + dx,
              y2 * scaleY + dy,
              x * scaleX + dx,
              y * scaleY + dy);
      case Close close -> close;
    };
  }
}
