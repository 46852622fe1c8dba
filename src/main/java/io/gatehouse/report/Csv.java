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
public final class Csv {

  private static final String MARK = "\uFEFF";
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Appendable text;
  private final CSVPrinter printer;

  /** In memory. */
  Csv() {
    this(new StringBuilder());
  }

  /**
   * Written as the rows come.
   *
   * @throws UncheckedIOException when it cannot be written there
   */
  public Csv(Appendable out) {
    text = out;
    try {
      out.append(MARK);
      printer = new CSVPrinter(out, CSVFormat.RFC4180);
    } catch (IOException e) {
      throw new UncheckedIOException("the table cannot be written", e);
    }
  }

  /** Texts are guarded; numbers are not, so that they can be added up. */
  public Csv row(Object... fields) {
    try {
      printer.printRecord(Arrays.stream(fields).map(Csv::guarded));
    } catch (IOException e) {
      throw new UncheckedIOException("the table cannot be written", e);
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
