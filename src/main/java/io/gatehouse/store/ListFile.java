package io.gatehouse.store;

import io.gatehouse.common.WholeFile;
import io.gatehouse.parking.lists.ListColumn;
import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.lists.ListRows;
import io.gatehouse.plate.PlateGrammar;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Lists as CSV files, such as spreadsheet programs read and write them: UTF-8 with or without a
 * mark in front, {@code ,} or {@code ;} or tabs, titles in English or Vietnamese in any order.
 */
public final class ListFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final long LARGEST_FILE = 20L << 20;

  private ListFile() {}

  /** Why a whole file is of no use. */
  public enum Fault {
    MISSING,
    UNREADABLE,
    TOO_LARGE,
    /** Not written in UTF-8. */
    NOT_UTF8,
    EMPTY,
    /** No title of the first line says where the plates are. */
    NO_PLATE_COLUMN
  }

  /** A file of which nothing can be used. */
  public static final class UnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    UnusableException(Fault fault, String line, Throwable cause) {
      super(line, cause);
      this.fault = fault;
    }

    public Fault fault() {
      return fault;
    }
  }

  /**
   * Reads a file.
   *
   * @param assumed which list, where the file does not say
   * @param today first day, where the file does not say
   */
  public static ListRows.Read read(
      Path file, PlateGrammar grammar, ListKind assumed, LocalDate today) throws UnusableException {
    String text = text(file);
    ListRows rows = new ListRows(grammar, assumed, today);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format(text))) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw unusable(Fault.EMPTY, file, null);
      }
      Map<ListColumn, Integer> columns = columns(records.next());
      if (!columns.containsKey(ListColumn.PLATE)) {
        throw unusable(Fault.NO_PLATE_COLUMN, file, null);
      }
      add(parser, records, columns, rows);
      return rows.read();
    } catch (IOException | UncheckedIOException e) {
      throw unusable(Fault.UNREADABLE, file, e);
    }
  }

  private static void add(
      CSVParser parser,
      Iterator<CSVRecord> records,
      Map<ListColumn, Integer> columns,
      ListRows rows) {
    while (true) {
      CSVRecord row;
      try {
        if (!records.hasNext()) {
          return;
        }
        row = records.next();
      } catch (UncheckedIOException e) { // quotes that do not end: the parser cannot go on
        rows.addBroken(parser.getCurrentLineNumber());
        return;
      }
      Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
      columns.forEach((column, at) -> {
        if (at < row.size()) {
          cells.put(column, row.get(at));
        }
      });
      rows.add(parser.getCurrentLineNumber() - lineBreaks(row), cells);
    }
  }

  private static long lineBreaks(CSVRecord row) {
    return row.stream().mapToLong(cell -> count(cell, '\n')).sum();
  }

  /**
   * Writes a file that spreadsheet programs and {@link #read} understand, in one step: nobody finds
   * half of it.
   */
  public static void write(Path file, List<ListEntry> entries) throws IOException {
    StringWriter text = new StringWriter();
    text.append(BYTE_ORDER_MARK); // without it, a well-known program takes UTF-8 for something else
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(EnumSet.allOf(ListColumn.class).stream().map(ListColumn::title));
      for (ListEntry entry : entries) {
        printer.printRecord(
            entry.display(),
            entry.kind().name().toLowerCase(Locale.ROOT),
            entry.vehicle().name().toLowerCase(Locale.ROOT),
            harmless(entry.owner()),
            harmless(entry.phone()),
            entry.validFrom(),
            entry.lastDay().map(LocalDate::toString).orElse(""),
            harmless(entry.note()));
      }
    }
    WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A text that a spreadsheet program would run as a formula is one no more. */
  private static String harmless(String text) {
    return !text.isEmpty() && "=@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String text(Path file) throws UnusableException {
    if (!Files.isRegularFile(file)) {
      throw unusable(Fault.MISSING, file, null);
    }
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw unusable(Fault.TOO_LARGE, file, null);
      }
      String text = Files.readString(file);
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw unusable(Fault.NOT_UTF8, file, e);
    } catch (IOException e) {
      throw unusable(Fault.UNREADABLE, file, e);
    }
  }

  /** What parts the titles parts all rows. */
  private static CSVFormat format(String text) {
    String titles = text.lines().findFirst().orElse("");
    char delimiter = ',';
    for (char other : new char[] {';', '\t'}) {
      if (count(titles, other) > count(titles, delimiter)) {
        delimiter = other;
      }
    }
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(true)
        .setLenientEof(false)
        .setTrailingData(true)
        .get();
  }

  private static long count(String text, char c) {
    return text.chars().filter(each -> each == c).count();
  }

  private static Map<ListColumn, Integer> columns(CSVRecord titles) {
    Map<ListColumn, Integer> columns = new EnumMap<>(ListColumn.class);
    for (int i = 0; i < titles.size(); i++) {
      int at = i;
      Optional<ListColumn> column = ListColumn.of(titles.get(i));
      column.ifPresent(c -> columns.putIfAbsent(c, at));
    }
    return columns;
  }

  private static UnusableException unusable(Fault fault, Path file, Exception cause) {
    return new UnusableException(fault, "%s: %s".formatted(file, fault), cause);
  }
}
