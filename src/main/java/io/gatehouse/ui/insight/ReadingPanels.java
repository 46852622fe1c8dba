package io.gatehouse.ui.insight;

import io.gatehouse.parking.insight.BusinessDay;
import io.gatehouse.parking.insight.Confidence;
import io.gatehouse.parking.insight.Light;
import io.gatehouse.parking.insight.Misread;
import io.gatehouse.parking.insight.PictureMedians;
import io.gatehouse.parking.insight.ReadingDay;
import io.gatehouse.parking.insight.ReadingFigures;
import io.gatehouse.parking.insight.Tally;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Puts what the analytics of the reading say into rows and bars. */
final class ReadingPanels {

  private final Texts texts;
  private final Formats formats;

  ReadingPanels(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  /** How often a plate was right, by how sure the machine was of it; the surest first. */
  List<SharesPane.Row> confidence(ReadingFigures figures) {
    List<SharesPane.Row> rows = new ArrayList<>();
    for (int step = Confidence.FROM.size() - 1; step >= 0; step--) {
      double from = Confidence.FROM.get(step);
      boolean last = step == Confidence.FROM.size() - 1;
      double to = last ? 1 : Confidence.FROM.get(step + 1);
      rows.add(row(percents(from, to), figures.byConfidence().get(step)));
    }
    return rows;
  }

  private String percents(double from, double to) {
    return texts.get("insight.from.to", Math.round(from * 100), Math.round(to * 100));
  }

  /** How often a plate was right, by the light. */
  List<SharesPane.Row> light(ReadingFigures figures) {
    List<SharesPane.Row> rows = new ArrayList<>();
    for (Light light : Light.values()) {
      Tally tally = figures.byLight().getOrDefault(light, Tally.NONE);
      if (light != Light.UNKNOWN || tally.read() > 0) {
        rows.add(row(texts.get("insight.light." + light), tally));
      }
    }
    return rows;
  }

  private SharesPane.Row row(String name, Tally tally) {
    return tally.read() == 0
        ? new SharesPane.Row(name, 0, texts.get("insight.tally.none"))
        : new SharesPane.Row(
            name,
            tally.right(),
            texts.get(
                "insight.tally",
                formats.percent(tally.right()),
                formats.number(tally.read() - tally.corrected()),
                formats.number(tally.read())));
  }

  /** The characters that are misread most. */
  List<SharesPane.Row> misread(ReadingFigures figures, int most) {
    List<Map.Entry<Misread, Long>> worst =
        figures.misreads().entrySet().stream()
            .sorted(
                Map.Entry.<Misread, Long>comparingByValue()
                    .reversed()
                    .thenComparing(e -> e.getKey().read() + e.getKey().is()))
            .limit(most)
            .toList();
    double highest = worst.isEmpty() ? 1 : worst.getFirst().getValue();
    return worst.stream()
        .map(e ->
            new SharesPane.Row(
                words(e.getKey()),
                e.getValue() / highest,
                texts.get("insight.times", e.getValue())))
        .toList();
  }

  private String words(Misread misread) {
    if (misread.read().isEmpty()) {
      return texts.get("insight.misread.missed", misread.is());
    }
    return misread.is().isEmpty()
        ? texts.get("insight.misread.added", misread.read())
        : texts.get("insight.misread.taken", misread.is(), misread.read());
  }

  /** Corrections by the hour of the day. */
  static List<Bar> hours(ReadingFigures figures) {
    List<Bar> bars = new ArrayList<>();
    for (int hour = 0; hour < BusinessDay.HOURS; hour++) {
      bars.add(
          new Bar(
              Integer.toString(hour),
              figures.byHour().get(hour).corrected(),
              OptionalDouble.empty(),
              Optional.empty(),
              false));
    }
    return bars;
  }

  /** One figure of the pictures, day by day; of the nights as bars, of the daylight as marks. */
  static List<Bar> pictures(
      List<ReadingDay> days, LocalDate today, ToDoubleFunction<PictureMedians> figure) {
    return days.stream()
        .sorted(Comparator.comparing(ReadingDay::day))
        .map(day ->
            new Bar(
                Integer.toString(day.day().getDayOfMonth()),
                figure.applyAsDouble(day.night()),
                day.daylight().pictures() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(figure.applyAsDouble(day.daylight())),
                Optional.empty(),
                day.day().equals(today)))
        .toList();
  }
}
