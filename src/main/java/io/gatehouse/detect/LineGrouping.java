package io.gatehouse.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts lines of writing together that may make one plate: a line alone, pieces of a row, and two
 * rows one above the other. Alternatives overlap; the reader's text decides between them.
 */
final class LineGrouping {

  /** Lines lower than this many pixels cannot be read. */
  private static final double MIN_HEIGHT = 7;

  private static final double MIN_PIECE_ASPECT = 0.7;

  /** The longest one-line plates are 4.7 to 1, and the outline of their writing is longer. */
  private static final double MAX_ASPECT = 8;

  private static final double MIN_ONE_LINE_ASPECT = 1.7;

  /** Rows of a burnt-in caption go on and on; no plate's row does. */
  private static final double MAX_ROW_ASPECT = 8.5;

  private static final double MAX_ROW_GAP = 1.5;
  private static final double MAX_HEIGHT_RATIO = 2.0;
  private static final double MAX_TILT_DIFFERENCE = Math.toRadians(14);

  private LineGrouping() {}

  /** Groups of outlines, each from top to bottom. Groups share outlines. */
  static List<List<TextLine>> groups(List<TextLine> found) {
    List<TextLine> lines = readable(found);
    List<TextLine> rows = new ArrayList<>(lines);
    for (TextLine left : lines) {
      for (TextLine right : lines) {
        if (follows(left.outline(), right.outline())) {
          TextLine row = joined(left, right);
          if (aspect(row.outline()) <= MAX_ASPECT) {
            rows.add(row);
          }
        }
      }
    }
    List<List<TextLine>> groups = new ArrayList<>();
    for (TextLine upper : rows) {
      if (aspect(upper.outline()) >= MIN_ONE_LINE_ASPECT) {
        groups.add(List.of(upper));
      }
      for (TextLine lower : rows) {
        if (isAbove(upper.outline(), lower.outline())) {
          groups.add(List.of(upper, lower));
        }
      }
    }
    return groups;
  }

  /** Without lines that are too small or belong to a caption. */
  private static List<TextLine> readable(List<TextLine> found) {
    return found.stream()
        .filter(line -> line.outline().height() >= MIN_HEIGHT)
        .filter(line -> aspect(line.outline()) >= MIN_PIECE_ASPECT)
        .filter(line -> aspect(line.outline()) <= MAX_ASPECT)
        .filter(line -> rowAspect(line, found) <= MAX_ROW_ASPECT)
        .toList();
  }

  /** Width to height of the whole row that a line stands in. */
  private static double rowAspect(TextLine line, List<TextLine> all) {
    List<TextLine> byX = new ArrayList<>(all);
    byX.sort(Comparator.comparingDouble(l -> l.outline().x0()));
    double left = line.outline().x0();
    double right = line.outline().x1();
    Quad last = line.outline();
    for (TextLine next : byX) {
      if (follows(last, next.outline())) {
        last = next.outline();
        right = last.x1();
      }
    }
    last = line.outline();
    for (TextLine next : byX.reversed()) {
      if (follows(next.outline(), last)) {
        last = next.outline();
        left = last.x0();
      }
    }
    return (right - left) / line.outline().height();
  }

  /** Whether {@code right} goes on in the row of {@code left}. */
  private static boolean follows(Quad left, Quad right) {
    double height = (left.height() + right.height()) / 2;
    double gap = Math.hypot(right.x0() - left.x1(), right.y0() - left.y1());
    return right.centerX() > left.centerX()
        && ratio(left.height(), right.height()) <= 1.6
        && Math.abs(across(left, right)) < 0.5 * height
        && gap < MAX_ROW_GAP * height;
  }

  private static boolean isAbove(Quad upper, Quad lower) {
    double height = (upper.height() + lower.height()) / 2;
    double step = across(upper, lower);
    double shift = Math.abs(along(upper, lower));
    double width = Math.max(upper.width(), lower.width());
    double aspect = width / (step + height);
    return ratio(upper.height(), lower.height()) <= MAX_HEIGHT_RATIO
        && ratio(upper.width(), lower.width()) <= 2.6
        && Math.abs(upper.tilt() - lower.tilt()) <= MAX_TILT_DIFFERENCE
        && step > 0.55 * height
        && step < 1.5 * height
        && shift < 0.35 * width
        && aspect > 0.75
        && aspect < 3.2;
  }

  /** How far {@code to} lies below {@code from}, across the writing direction. */
  private static double across(Quad from, Quad to) {
    double tilt = (from.tilt() + to.tilt()) / 2;
    return -Math.sin(tilt) * (to.centerX() - from.centerX())
        + Math.cos(tilt) * (to.centerY() - from.centerY());
  }

  private static double along(Quad from, Quad to) {
    double tilt = (from.tilt() + to.tilt()) / 2;
    return Math.cos(tilt) * (to.centerX() - from.centerX())
        + Math.sin(tilt) * (to.centerY() - from.centerY());
  }

  private static TextLine joined(TextLine left, TextLine right) {
    Quad l = left.outline();
    Quad r = right.outline();
    Quad both = new Quad(l.x0(), l.y0(), r.x1(), r.y1(), r.x2(), r.y2(), l.x3(), l.y3());
    return new TextLine(both, Math.min(left.confidence(), right.confidence()));
  }

  private static double aspect(Quad line) {
    return line.width() / Math.max(1, line.height());
  }

  private static double ratio(double a, double b) {
    return Math.max(a, b) / Math.max(1e-6, Math.min(a, b));
  }
}
