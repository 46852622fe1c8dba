package io.gatehouse.bench.plates;

import io.gatehouse.bench.plates.ChartSheet.Align;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The results of one thread count (the least that was measured) as a picture: for each set what
 * each engine read, and below how accuracy stands to processor time.
 */
final class PlateChart {

  private static final int WIDTH = 1000;
  private static final int MARGIN = 36;
  private static final int TOP = 104;
  private static final int ROW = 21;
  private static final int BAR_HEIGHT = 16;
  private static final int SET_GAP = 36;
  private static final int BAR_LEFT = 190;
  private static final int BAR_RIGHT = 800;
  private static final int PLOT_HEIGHT = 340;
  private static final int LABEL_HEIGHT = 20;

  private enum Room {
    BESIDE,
    ABOVE,
    BELOW
  }

  private final List<PlateResult> results;
  private final List<String> sets;
  private final List<String> engines;
  private final ChartSheet sheet;
  private final ShareBar shares;
  private final int plotTop;

  private PlateChart(List<PlateResult> all) {
    int threads = all.stream().mapToInt(PlateResult::threads).min().orElse(1);
    results = all.stream().filter(r -> r.threads() == threads).toList();
    sets = results.stream().map(PlateResult::set).distinct().toList();
    engines = results.stream().map(PlateResult::engine).distinct().toList();
    plotTop = TOP + sets.size() * (SET_GAP + engines.size() * ROW) + 70;
    sheet = new ChartSheet(WIDTH, plotTop + PLOT_HEIGHT + 90);
    shares = new ShareBar(sheet, BAR_LEFT, BAR_RIGHT - BAR_LEFT, BAR_HEIGHT);
    head(threads);
    bars();
    plot();
  }

  /** Writes a PNG. */
  static void write(List<PlateResult> results, Path file) throws IOException {
    new PlateChart(results).sheet.save(file);
  }

  private void head(int threads) {
    sheet.text(
        "Plates read from single pictures", MARGIN, 44, 22, true, ChartSheet.INK, Align.LEFT);
    String how =
        "whole picture in, text out; %d thread%s, %s, all engines in one run"
            .formatted(threads, threads == 1 ? "" : "s", System.getProperty("os.arch"));
    sheet.text(how, MARGIN, 66, 13, false, ChartSheet.SOFT, Align.LEFT);
    shares.key(88);
    sheet.text("CPU ms a picture", 930, 98, 12, false, ChartSheet.SOFT, Align.RIGHT);
  }

  private void bars() {
    double slowest = results.stream().mapToDouble(r -> r.times().meanCpu()).max().orElse(1);
    double y = TOP;
    for (String set : sets) {
      y += SET_GAP - 12;
      List<PlateResult> rows = results.stream().filter(r -> r.set().equals(set)).toList();
      int pictures = rows.getFirst().tally().pictures();
      sheet.text(set, MARGIN, y, 14, true, ChartSheet.INK, Align.LEFT);
      sheet.text(
          pictures == 1 ? "1 picture" : "%d pictures".formatted(pictures),
          BAR_RIGHT,
          y,
          12,
          false,
          ChartSheet.SOFT,
          Align.RIGHT);
      y += 8;
      for (PlateResult row : rows) {
        bar(row, y, slowest);
        y += ROW;
      }
      y += 4;
    }
  }

  private void bar(PlateResult row, double y, double slowest) {
    double base = y + BAR_HEIGHT - 3.5;
    Color engine = ChartSheet.series(engines.indexOf(row.engine()));
    sheet.text(row.engine(), BAR_LEFT - 10, base, 13, false, engine, Align.RIGHT);
    shares.draw(row.tally(), y);
    double millis = row.times().meanCpu();
    double length = 80 * millis / slowest;
    sheet.bar(BAR_RIGHT + 14, y + 4, Math.max(1, length), BAR_HEIGHT - 8, engine);
    sheet.text(number(millis), WIDTH - MARGIN, base, 12, true, engine, Align.RIGHT);
  }

  private void plot() {
    double left = MARGIN + 60.0;
    double right = WIDTH - MARGIN - 130.0;
    double bottom = plotTop + (double) PLOT_HEIGHT;
    Axis ms =
        Axis.logarithmic(
            results.stream().mapToDouble(r -> Math.max(0.1, r.times().meanCpu())).toArray(),
            left,
            right);
    sheet.text(
        "Accuracy against processor time: up and left is better",
        MARGIN,
        plotTop - 34,
        16,
        true,
        ChartSheet.INK,
        Align.LEFT);
    for (int share = 0; share <= 100; share += 20) {
      double y = bottom - PLOT_HEIGHT * share / 100.0;
      sheet.line(left, y, right, y, 1, ChartSheet.LINE);
      sheet.text(share + " %", left - 8, y + 4, 12, false, ChartSheet.SOFT, Align.RIGHT);
    }
    for (double tick : ms.ticks()) {
      double x = ms.at(tick);
      sheet.line(x, plotTop, x, bottom, 1, ChartSheet.LINE);
      sheet.text(number(tick), x, bottom + 18, 12, false, ChartSheet.SOFT, Align.CENTRE);
    }
    sheet.text(
        "CPU ms a picture, logarithmic",
        (left + right) / 2,
        bottom + 40,
        12,
        false,
        ChartSheet.SOFT,
        Align.CENTRE);
    sheet.text(
        "large: all sets together; small: each set",
        right,
        plotTop - 34,
        12,
        false,
        ChartSheet.SOFT,
        Align.RIGHT);
    for (boolean large : new boolean[] {false, true}) {
      for (PlateResult r : results) {
        if (large == isWhole(r)) {
          point(r, ms.at(Math.max(0.1, r.times().meanCpu())), bottom);
        }
      }
    }
  }

  private boolean isWhole(PlateResult r) {
    return sets.size() == 1 || r.set().equals(PlateResult.ALL);
  }

  private void point(PlateResult r, double x, double bottom) {
    double y = bottom - PLOT_HEIGHT * r.tally().exact() / 100;
    Color colour = ChartSheet.series(engines.indexOf(r.engine()));
    sheet.dot(x, y, isWhole(r) ? 9 : 4.5, colour, isWhole(r));
    if (isWhole(r)) {
      String label = "%s  %s".formatted(r.engine(), ShareBar.percent(r.tally().exact()));
      switch (room(r)) {
        case BESIDE -> sheet.text(label, x + 14, y + 5, 13, true, colour, Align.LEFT);
        case ABOVE -> sheet.text(label, x, y - 14, 13, true, colour, Align.CENTRE);
        case BELOW -> sheet.text(label, x, y + 24, 13, true, colour, Align.CENTRE);
      }
    }
  }

  /** Where a label has room: beside its dot, unless another dot is at the same height. */
  private Room room(PlateResult r) {
    return results.stream()
        .filter(other -> isWhole(other) && !other.engine().equals(r.engine()))
        .map(other -> r.tally().exact() - other.tally().exact())
        .filter(points -> Math.abs(points) * PLOT_HEIGHT / 100 < LABEL_HEIGHT)
        .findFirst()
        .map(points -> points > 0 ? Room.ABOVE : Room.BELOW)
        .orElse(Room.BESIDE);
  }

  private static String number(double value) {
    return String.format(
        Locale.ROOT, value < 10 && value != Math.rint(value) ? "%.1f" : "%.0f", value);
  }
}
