package io.gatehouse.bench.plates;

import io.gatehouse.bench.plates.ChartSheet.Align;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * For each set what one frame, the surest frame and the vote say, and how soon the proposal is
 * there.
 */
final class SequenceChart {

  private static final int WIDTH = 1000;
  private static final int MARGIN = 36;
  private static final int TOP = 104;
  private static final int ROW = 21;
  private static final int BAR_HEIGHT = 16;
  private static final int SET_HEIGHT = 36 + 3 * ROW;
  private static final int BAR_LEFT = 190;
  private static final int BAR_RIGHT = 700;
  private static final int TIME_LEFT = 740;
  private static final int TIME_RIGHT = WIDTH - MARGIN - 10;

  private SequenceChart() {}

  /** Writes a PNG. */
  static void write(String engine, List<SequenceResult> results, Path file) throws IOException {
    int bottom = TOP + results.size() * SET_HEIGHT + 10;
    ChartSheet sheet = new ChartSheet(WIDTH, bottom + 60);
    ShareBar shares = new ShareBar(sheet, BAR_LEFT, BAR_RIGHT - BAR_LEFT, BAR_HEIGHT);
    sheet.text(
        "What the vote adds to single frames", MARGIN, 44, 22, true, ChartSheet.INK, Align.LEFT);
    sheet.text(
        "%s, %d frames a second".formatted(engine, ShotPlan.RATE),
        MARGIN,
        66,
        13,
        false,
        ChartSheet.SOFT,
        Align.LEFT);
    shares.key(88);
    double longest =
        Math.max(1000, results.stream().mapToDouble(r -> r.proposalMillis(0.9)).max().orElse(0));
    times(sheet, longest, bottom);
    double y = TOP;
    for (SequenceResult result : results) {
      set(sheet, shares, result, y, longest);
      y += SET_HEIGHT;
    }
    sheet.save(file);
  }

  private static void times(ChartSheet sheet, double longest, double bottom) {
    sheet.text(
        "proposal: ms after the vehicle stands",
        (TIME_LEFT + TIME_RIGHT) / 2.0,
        82,
        12,
        false,
        ChartSheet.SOFT,
        Align.CENTRE);
    sheet.text(
        "dot: half of them, line: nine of ten",
        (TIME_LEFT + TIME_RIGHT) / 2.0,
        98,
        11,
        false,
        ChartSheet.SOFT,
        Align.CENTRE);
    double step = longest > 3000 ? 1000 : longest > 1200 ? 500 : 250;
    for (double tick = 0; tick <= longest; tick += step) {
      double x = time(tick, longest);
      sheet.line(x, TOP + 8, x, bottom, 1, ChartSheet.LINE);
      sheet.text(
          String.format(Locale.ROOT, "%.0f", tick),
          x,
          bottom + 18,
          12,
          false,
          ChartSheet.SOFT,
          Align.CENTRE);
    }
  }

  private static void set(
      ChartSheet sheet, ShareBar shares, SequenceResult result, double top, double longest) {
    double y = top + 24;
    sheet.text(result.set(), MARGIN, y, 14, true, ChartSheet.INK, Align.LEFT);
    String vehicles = result.vehicles() == 1 ? "1 vehicle" : result.vehicles() + " vehicles";
    sheet.text(vehicles, BAR_RIGHT, y, 12, false, ChartSheet.SOFT, Align.RIGHT);
    Map<String, Tally> rows = new LinkedHashMap<>();
    rows.put("one frame", result.anyFrame());
    rows.put("surest frame", result.surestFrame());
    rows.put("vote", result.vote());
    y += 8;
    for (Map.Entry<String, Tally> row : rows.entrySet()) {
      boolean last = row.getKey().equals("vote");
      double base = y + BAR_HEIGHT - 3.5;
      sheet.text(row.getKey(), BAR_LEFT - 10, base, 13, last, ChartSheet.INK, Align.RIGHT);
      shares.draw(row.getValue(), y);
      y += ROW;
    }
    if (result.late() < result.vehicles()) {
      double at = y - ROW + BAR_HEIGHT / 2.0;
      double half = time(result.proposalMillis(0.5), longest);
      double most = time(result.proposalMillis(0.9), longest);
      sheet.line(half, at, most, at, 2, ChartSheet.series(0));
      sheet.dot(half, at, 6, ChartSheet.series(0), true);
    }
  }

  private static double time(double millis, double longest) {
    return TIME_LEFT + (TIME_RIGHT - TIME_LEFT) * millis / longest;
  }
}
