package io.gatehouse.ui.insight;

import io.gatehouse.common.WholeFile;
import io.gatehouse.parking.insight.BusinessDay;
import io.gatehouse.parking.insight.HourFigures;
import io.gatehouse.parking.insight.PictureMedians;
import io.gatehouse.parking.insight.ReadingDay;
import io.gatehouse.parking.insight.ReadingFigures;
import io.gatehouse.parking.insight.Span;
import io.gatehouse.parking.insight.Span.Length;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes figures as CSV, as spreadsheets open it: UTF-8 with its mark, comma, one row an hour or a
 * day. The columns have the same names in every language.
 */
final class InsightExport {

  private static final String MARK = "\uFEFF";
  private static final String END = "\r\n";

  private final Path folder;

  InsightExport(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the business of a span.
   *
   * @return the file
   */
  Path business(Business business) throws IOException {
    boolean hours = business.span().length() == Length.DAY;
    List<String> lines = new ArrayList<>();
    lines.add((hours ? "date,hour" : "date") + ",entries,exits,paid_dong,most_inside");
    for (BusinessDay day : business.days()) {
      if (hours) {
        for (int hour = 0; hour < BusinessDay.HOURS; hour++) {
          HourFigures h = day.hours().get(hour);
          lines.add(line(day.day(), hour, h.entries(), h.exits(), h.paidDong(), h.inside()));
        }
      } else {
        lines.add(
            line(
                day.day(),
                day.totals().entries(),
                day.totals().exits(),
                day.totals().paidDong(),
                day.mostInside()));
      }
    }
    return write("business", business.span(), lines);
  }

  /**
   * Writes the reading of a month.
   *
   * @return the file
   */
  Path reading(Reading reading) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "date,passages,unread,typed,without_a_person,judged,corrected,night_pictures,night_brightness,night_sharpness,day_pictures,day_brightness,day_sharpness");
    for (ReadingDay day : reading.days()) {
      ReadingFigures f = day.figures();
      lines.add(
          line(
              day.day(),
              f.passages(),
              f.unread(),
              f.typed(),
              f.automatic(),
              f.all().read(),
              f.all().corrected(),
              medians(day.night()),
              medians(day.daylight())));
    }
    return write("reading", reading.span(), lines);
  }

  private static String medians(PictureMedians medians) {
    return medians.pictures() == 0
        ? "0,,"
        : String.format(
            Locale.ROOT,
            "%d,%.1f,%.4f",
            medians.pictures(),
            medians.brightness(),
            medians.sharpness());
  }

  private static String line(Object... values) {
    return Stream.of(values).map(String::valueOf).collect(Collectors.joining(","));
  }

  private Path write(String what, Span span, List<String> lines) throws IOException {
    Files.createDirectories(folder);
    Path file =
        folder.resolve(
            "%s-%s-%s.csv"
                .formatted(what, span.length().name().toLowerCase(Locale.ROOT), span.first()));
    String text = MARK + String.join(END, lines) + END;
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    return file;
  }
}
