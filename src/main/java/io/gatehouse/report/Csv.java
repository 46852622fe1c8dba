package io.gatehouse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Rows of fields as RFC 4180 has them, in UTF-8 with the mark that spreadsheets ask for. A text
 * that a spreadsheet would run as a formula is kept from that by an apostrophe.
 */
final class Csv {

  private static final String MARK = "\uFEFF";
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final StringBuilder text = new StringBuilder(MARK);
  private final CSVPrinter printer;

  Csv() {
    try {
      printer = new CSVPrinter(text, CSVFormat.RFC4180);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    }
  }

  /** Texts are guarded; numbers are not, so that they can be added up. */
  Csv row(Object... fields) {
    try {
      printer.printRecord(Arrays.stream(fields).map(Csv::guarded));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    }
    return this;
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String guarded(Object value) {
    String field = value.toString();
    boolean formula =
        !(value instanceof Number)
            && !field.isEmpty()
            && FORMULA_STARTS.indexOf(field.charAt(0)) >= 0;
    return formula ? "'" + field : field;
  }
}
