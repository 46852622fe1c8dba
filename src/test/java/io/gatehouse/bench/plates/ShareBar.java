package io.gatehouse.bench.plates;

import io.gatehouse.bench.plates.ChartSheet.Align;
import java.awt.Color;
import java.util.Locale;

/** Draws how many answers were exact, wrong and missing as one stacked bar, with its key. */
final class ShareBar {

  private static final double LEAST_FOR_EXACT = 45;
  private static final double LEAST_FOR_WRONG = 40;
  private static final double LEAST_FOR_BOTH = 120;

  private final ChartSheet sheet;
  private final double left;
  private final double width;
  private final double height;

  ShareBar(ChartSheet sheet, double left, double width, double height) {
    this.sheet = sheet;
    this.left = left;
    this.width = width;
    this.height = height;
  }

  /** What the colours mean, in one line with its top at y. */
  void key(double y) {
    double x = left;
    x = key(x, y, "exact", ChartSheet.GOOD);
    x = key(x, y, "wrong", ChartSheet.BAD);
    key(x, y, "silent", ChartSheet.NONE);
  }

  private double key(double x, double y, String name, Color colour) {
    sheet.bar(x, y, 12, 12, colour);
    sheet.text(name, x + 18, y + 10, 12, false, ChartSheet.SOFT, Align.LEFT);
    return x + 80;
  }

  void draw(Tally tally, double y) {
    double base = y + height - 3.5;
    double exact = width * tally.exact() / 100;
    double wrong = width * tally.wrong() / 100;
    sheet.bar(left, y, width, height, ChartSheet.NONE);
    sheet.bar(left, y, exact, height, ChartSheet.GOOD);
    sheet.bar(left + exact, y, wrong, height, ChartSheet.BAD);
    if (exact > LEAST_FOR_EXACT) {
      sheet.text(percent(tally.exact()), left + 8, base, 12, true, Color.WHITE, Align.LEFT);
    }
    String wrongly = percent(tally.wrong());
    if (wrong > LEAST_FOR_WRONG) {
      sheet.text(wrongly, left + exact + 6, base, 12, true, Color.WHITE, Align.LEFT);
    } else if (wrong > 0 && exact > LEAST_FOR_BOTH) {
      double end = left + exact - 8;
      sheet.text(wrongly + " wrong", end, base, 11, false, Color.WHITE, Align.RIGHT);
    } else if (wrong > 0) {
      double end = left + exact + wrong + 8;
      sheet.text(wrongly + " wrong", end, base, 11, false, ChartSheet.INK, Align.LEFT);
    }
  }

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f %%", value);
  }
}
