package io.gatehouse.plate;

import io.gatehouse.plate.PathSegment.Close;
import io.gatehouse.plate.PathSegment.Curve;
import io.gatehouse.plate.PathSegment.Line;
import io.gatehouse.plate.PathSegment.Move;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.StringTokenizer;

/** Outlines as SVG path strings of the commands M, L, C and Z, with absolute coordinates. */
final class SvgPath {

  private static final int DECIMALS = 3;

  private SvgPath() {}

  /**
   * @throws IllegalArgumentException when the text holds another command or a coordinate is missing
   *     or no number
   */
  static List<PathSegment> parse(String text) {
    StringTokenizer tokens = new StringTokenizer(text);
    List<PathSegment> path = new ArrayList<>();
    try {
      while (tokens.hasMoreTokens()) {
        path.add(segment(tokens.nextToken(), tokens));
      }
    } catch (NoSuchElementException e) {
      throw new IllegalArgumentException("path ends within a segment: " + text, e);
    }
    if (path.isEmpty() || !(path.getFirst() instanceof Move)) {
      throw new IllegalArgumentException("path does not start with M: '" + text + "'");
    }
    return List.copyOf(path);
  }

  private static PathSegment segment(String command, StringTokenizer tokens) {
    return switch (command) {
      case "M" -> new Move(number(tokens), number(tokens));
      case "L" -> new Line(number(tokens), number(tokens));
      case "C" ->
          new Curve(
              number(tokens),
              number(tokens),
              number(tokens),
              number(tokens),
              number(tokens),
              number(tokens));
      case "Z" -> new Close();
      default -> throw new IllegalArgumentException("path command is not M, L, C or Z: " + command);
    };
  }

  private static double number(StringTokenizer tokens) {
    return Double.parseDouble(tokens.nextToken());
  }

  static String format(List<PathSegment> path) {
    StringBuilder text = new StringBuilder();
    for (PathSegment segment : path) {
      switch (segment) {
        case Move(double x, double y) -> append(text, 'M', x, y);
        case Line(double x, double y) -> append(text, 'L', x, y);
        case Curve(double x1, double y1, double x2, double y2, double x, double y) ->
            append(text, 'C', x1, y1, x2, y2, x, y);
        case Close() -> append(text, 'Z');
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, char command, double... coordinates) {
    if (!text.isEmpty()) {
      text.append(' ');
    }
    text.append(command);
    for (double coordinate : coordinates) {
      text.append(' ').append(shortest(coordinate));
    }
  }

  /** Plain decimals: no exponent, no needless zeros. */
  private static String shortest(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
