package io.gatehouse.parking.lists;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateGrammar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes entries of the rows of a table, as an office keeps them: words and dates in English or
 * Vietnamese ways. A row of no use is reported and loses nothing of the others. For one table.
 */
public final class ListRows {

  private static final int LONGEST_PLATE = 12;

  private static final Map<String, ListKind> KINDS =
      Map.ofEntries(
          Map.entry("subscriber", ListKind.SUBSCRIBER),
          Map.entry("monthly", ListKind.SUBSCRIBER),
          Map.entry("thuebao", ListKind.SUBSCRIBER),
          Map.entry("vethang", ListKind.SUBSCRIBER),
          Map.entry("khachthang", ListKind.SUBSCRIBER),
          Map.entry("thethang", ListKind.SUBSCRIBER),
          Map.entry("allowed", ListKind.ALLOWED),
          Map.entry("allow", ListKind.ALLOWED),
          Map.entry("chophep", ListKind.ALLOWED),
          Map.entry("duocvao", ListKind.ALLOWED),
          Map.entry("denied", ListKind.DENIED),
          Map.entry("deny", ListKind.DENIED),
          Map.entry("cam", ListKind.DENIED),
          Map.entry("camvao", ListKind.DENIED),
          Map.entry("blacklist", ListKind.DENIED),
          Map.entry("vip", ListKind.VIP));

  private static final Map<String, VehicleKind> VEHICLES =
      Map.ofEntries(
          Map.entry("motorbike", VehicleKind.MOTORBIKE),
          Map.entry("motorcycle", VehicleKind.MOTORBIKE),
          Map.entry("xemay", VehicleKind.MOTORBIKE),
          Map.entry("may", VehicleKind.MOTORBIKE),
          Map.entry("car", VehicleKind.CAR),
          Map.entry("oto", VehicleKind.CAR),
          Map.entry("xehoi", VehicleKind.CAR),
          Map.entry("xeoto", VehicleKind.CAR),
          Map.entry("truck", VehicleKind.TRUCK),
          Map.entry("xetai", VehicleKind.TRUCK),
          Map.entry("bicycle", VehicleKind.BICYCLE),
          Map.entry("xedap", VehicleKind.BICYCLE));

  private final PlateGrammar grammar;
  private final ListKind assumed;
  private final LocalDate today;
  private final List<ListEntry> entries = new ArrayList<>();
  private final List<BadRow> bad = new ArrayList<>();
  private final Map<String, Long> lines = new HashMap<>();

  /** The entries of a table and the rows that are none. */
  public record Read(List<ListEntry> entries, List<BadRow> bad) {
    public Read {
      entries = List.copyOf(entries);
      bad = List.copyOf(bad);
    }
  }

  /** Ends the reading of one row. */
  private static final class FaultException extends Exception {

    private static final long serialVersionUID = 1L;

    private final BadRow.Fault fault;
    private final String value;

    FaultException(BadRow.Fault fault, String value) {
      super(fault.name());
      this.fault = fault;
      this.value = value;
    }
  }

  /**
   * @param assumed where a row does not say which list it is of
   * @param today the first day where a row does not say which
   */
  public ListRows(PlateGrammar grammar, ListKind assumed, LocalDate today) {
    this.grammar = grammar;
    this.assumed = assumed;
    this.today = today;
  }

  /**
   * Adds a row.
   *
   * @param line of the file, 1 for the first
   * @param cells as written; a missing one is empty
   */
  public void add(long line, Map<ListColumn, String> cells) {
    if (cells.values().stream().allMatch(String::isBlank)) {
      return;
    }
    try {
      ListEntry entry = entry(cells);
      Long first = lines.putIfAbsent(entry.kind() + entry.plate(), line);
      if (first != null) {
        throw new FaultException(BadRow.Fault.TWICE, first.toString());
      }
      entries.add(entry);
    } catch (FaultException e) {
      bad.add(new BadRow(line, e.fault, e.value));
    }
  }

  /** Adds a row that could not even be taken apart, nor what comes after it. */
  public void addBroken(long line) {
    bad.add(new BadRow(line, BadRow.Fault.BROKEN, ""));
  }

  public Read read() {
    return new Read(entries, bad);
  }

  private ListEntry entry(Map<ListColumn, String> cells) throws FaultException {
    Optional<VehicleKind> vehicle = vehicle(cell(cells, ListColumn.VEHICLE));
    Plate plate = plate(cell(cells, ListColumn.PLATE), vehicle);
    ListKind kind = kind(cell(cells, ListColumn.KIND));
    LocalDate from = day(cell(cells, ListColumn.FROM), BadRow.Fault.WRONG_FIRST_DAY).orElse(today);
    Optional<LocalDate> to = day(cell(cells, ListColumn.TO), BadRow.Fault.WRONG_LAST_DAY);
    if (to.isEmpty() && kind == ListKind.SUBSCRIBER) {
      throw new FaultException(BadRow.Fault.NO_LAST_DAY, "");
    }
    boolean firstDayGiven = !cell(cells, ListColumn.FROM).isEmpty();
    if (to.isPresent() && to.get().isBefore(from)) {
      if (firstDayGiven) {
        throw new FaultException(BadRow.Fault.ENDS_BEFORE_IT_BEGINS, to.get().toString());
      }
      from = to.get(); // over already, since nobody knows when
    }
    return new ListEntry(
        UUID.randomUUID(),
        kind,
        plate.text(),
        plate.display(),
        vehicle.orElseGet(() -> VehicleKind.of(plate)),
        cell(cells, ListColumn.OWNER),
        cell(cells, ListColumn.PHONE),
        cell(cells, ListColumn.NOTE),
        from,
        to);
  }

  private Plate plate(String written, Optional<VehicleKind> vehicle) throws FaultException {
    if (written.isEmpty()) {
      throw new FaultException(BadRow.Fault.NO_PLATE, "");
    }
    boolean twoLines = vehicle.equals(Optional.of(VehicleKind.MOTORBIKE));
    Plate plate = grammar.parse(written, twoLines ? 2 : 0);
    if (plate.isEmpty() || plate.text().length() > LONGEST_PLATE) {
      throw new FaultException(BadRow.Fault.STRANGE_PLATE, written);
    }
    return plate;
  }

  private ListKind kind(String written) throws FaultException {
    if (written.isEmpty()) {
      return assumed;
    }
    ListKind kind = KINDS.get(PlainWords.of(written));
    if (kind == null) {
      throw new FaultException(BadRow.Fault.UNKNOWN_KIND, written);
    }
    return kind;
  }

  private static Optional<VehicleKind> vehicle(String written) throws FaultException {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    VehicleKind kind = VEHICLES.get(PlainWords.of(written));
    if (kind == null) {
      throw new FaultException(BadRow.Fault.UNKNOWN_VEHICLE, written);
    }
    return Optional.of(kind);
  }

  private static Optional<LocalDate> day(String written, BadRow.Fault fault) throws FaultException {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(day(written).orElseThrow(() -> new FaultException(fault, written)));
  }

  /** A day as people write it here: {@code 2026-03-31}, {@code 31/3/2026}, {@code 31.03.2026}. */
  public static Optional<LocalDate> day(String written) {
    String plain = written.strip().replace('.', '/').replace('-', '/');
    String pattern = plain.matches("\\d{4}/.*") ? "u/M/d" : "d/M/u";
    try {
      LocalDate day =
          LocalDate.parse(
              plain,
              DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                  .withResolverStyle(ResolverStyle.STRICT));
      return day.getYear() >= 1900 && day.getYear() <= 9999 ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException e) { // said to whoever wrote it
      return Optional.empty();
    }
  }

  private static String cell(Map<ListColumn, String> cells, ListColumn column) {
    return cells.getOrDefault(column, "").strip();
  }
}
