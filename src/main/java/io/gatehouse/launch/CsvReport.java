package io.gatehouse.launch;

import io.gatehouse.camera.Region;
import io.gatehouse.read.PlateReading;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * RFC 4180, one row a plate: {@code plate} is the compact text, {@code view} the same as people
 * write it; the box in pixels of the picture.
 */
record CsvReport(PrintWriter out) implements ReadReport {

  private static final List<String> COLUMNS =
      List.of(
          "file",
          "plate",
          "confidence",
          "view",
          "kind",
          "lines",
          "x",
          "y",
          "width",
          "height",
          "millis");

  @Override
  public void begin() {
    write(COLUMNS);
  }

  @Override
  public void row(ReadRow row) {
    String file = row.file().toString();
    String millis = String.format(Locale.ROOT, "%.1f", row.millis());
    write(
        row.reading()
            .map(reading -> plate(file, reading, millis))
            .orElse(List.of(file, "", "", "", "", "", "", "", "", "", millis)));
  }

  private static List<String> plate(String file, PlateReading reading, String millis) {
    Region box = reading.box().region();
    return List.of(
        file,
        reading.plate().text(),
        String.format(Locale.ROOT, "%.3f", reading.confidence()),
        reading.plate().display(),
        reading.plate().kind().name(),
        Integer.toString(reading.plate().lines()),
        Integer.toString(box.x()),
        Integer.toString(box.y()),
        Integer.toString(box.width()),
        Integer.toString(box.height()),
        millis);
  }

  private void write(List<String> fields) {
    out.println(fields.stream().map(CsvReport::quoted).collect(Collectors.joining(",")));
    out.flush();
  }

  private static String quoted(String field) {
    return field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + field.replace("\"", "\"\"") + '"'
        : field;
  }

  @Override
  public void end() {}
}
