package io.gatehouse.report;

import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.shift.Banknote;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.parking.shift.ShiftTotals;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shift on paper: what it adds up to, the cash, the overrides with their pictures. */
final class ShiftPdf {

  private static final float TEXT = 10;
  private static final float TABLE = 300;
  private static final float PICTURE_WIDTH = 96;
  private static final float PICTURE_HEIGHT = 54;

  private final ShiftReport report;
  private final ReportWords words;
  private final ReportPictures pictures;

  ShiftPdf(ShiftReport report, ReportWords words, ReportPictures pictures) {
    this.report = report;
    this.words = words;
    this.pictures = pictures;
  }

  byte[] bytes() throws IOException {
    try (PdfSheet sheet = new PdfSheet(words.get("report.title", report.shift().guard()))) {
      head(sheet);
      totals(sheet);
      cash(sheet);
      signatures(sheet);
      overrides(sheet);
      return sheet.finish(words.get("report.seal", report.seal().isEmpty() ? "–" : report.seal()));
    }
  }

  private void head(PdfSheet sheet) throws IOException {
    Shift shift = report.shift();
    sheet.line(words.get("report.title", shift.guard()), 20, true);
    sheet.space(4);
    sheet.line(shift.lane() + " · " + words.of(shift.role()), TEXT + 1, false);
    Optional<Shift.Closing> closing = shift.closing();
    String span =
        words.moment(shift.beganAt()) + " → " + closing.map(c -> words.moment(c.at())).orElse("…");
    String length =
        closing
            .map(c -> " (" + words.duration(Duration.between(shift.beganAt(), c.at())) + ")")
            .orElse("");
    sheet.line(span + length, TEXT + 1, false);
    if (closing.isPresent() && !closing.get().remark().isEmpty()) {
      sheet.line(words.get("report.remark", closing.get().remark()), TEXT, false);
    }
    sheet.rule();
  }

  private void totals(PdfSheet sheet) throws IOException {
    ShiftTotals totals = report.totals();
    sheet.space(8);
    count(sheet, "shift.in", totals.in());
    count(sheet, "shift.out", totals.out());
    count(sheet, "shift.automatic", totals.automatic());
    count(sheet, "shift.turnedAway", totals.turnedAway());
    count(sheet, "shift.lostTickets", totals.lostTickets());
    count(sheet, "shift.freePasses", totals.freePasses());
    count(sheet, "shift.overrides", totals.overrides());
    sheet.rule();
  }

  private void cash(PdfSheet sheet) throws IOException {
    sheet.space(8);
    Shift shift = report.shift();
    sheet.amount(words.get("shift.opening"), opening(shift), TEXT, false, TABLE);
    sheet.amount(words.get("shift.cash"), dong(report.totals().cashDong()), TEXT, false, TABLE);
    sheet.amount(words.get("shift.drawer"), dong(report.drawerDong()), TEXT + 2, true, TABLE);
    Optional<CashCount> counted = shift.closing().flatMap(Shift.Closing::counted);
    if (counted.isEmpty()) {
      sheet.line(words.get("shift.uncounted"), TEXT, false);
      sheet.rule();
      return;
    }
    notes(sheet, counted.get());
    sheet.amount(
        words.get("shift.counted"), dong(counted.get().totalDong()), TEXT + 2, true, TABLE);
    long difference = report.differenceDong().orElseThrow();
    sheet.amount(
        words.get(
            difference == 0
                ? "shift.difference.none"
                : difference < 0 ? "shift.difference.missing" : "shift.difference.more"),
        dong(Math.abs(difference)),
        TEXT + 2,
        true,
        TABLE);
    sheet.rule();
  }

  private String opening(Shift shift) {
    return shift.opening().isPresent() ? dong(shift.openingDong()) : words.get("shift.uncounted");
  }

  private void notes(PdfSheet sheet, CashCount count) throws IOException {
    for (Banknote note : List.of(Banknote.values()).reversed()) {
      int many = count.of(note);
      if (many > 0) {
        sheet.amount(
            words.number(note.dong()) + " × " + words.number(many),
            dong(note.dong() * many),
            TEXT,
            false,
            TABLE);
      }
    }
  }

  private void signatures(PdfSheet sheet) throws IOException {
    float[] halves = {0, PdfSheet.WIDTH / 2};
    sheet.space(10);
    sheet.columns(TEXT, false, halves, words.get("report.gives"), words.get("report.takes"));
    sheet.space(48);
    sheet.columns(TEXT, true, halves, report.shift().guard(), "");
    sheet.rule();
  }

  private void overrides(PdfSheet sheet) throws IOException {
    if (report.overrides().isEmpty()) {
      return;
    }
    sheet.space(8);
    sheet.need(100);
    sheet.line(
        words.get("shift.overrides") + " (" + report.overrides().size() + ")", TEXT + 3, true);
    sheet.space(4);
    for (AuditEntry entry : report.overrides()) {
      override(sheet, entry.event());
    }
  }

  private void override(PdfSheet sheet, AuditEvent event) throws IOException {
    Optional<byte[]> picture =
        event.passage().isPresent() ? pictures.of(event.passage().get()) : Optional.empty();
    String about =
        Stream.of(
                event.plate(),
                event.amountDong().map(this::dong).orElse(""),
                event.details(),
                event.approvedBy().isEmpty() ? "" : words.get("audit.allowed", event.approvedBy()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    sheet.pictured(
        picture.orElse(new byte[0]),
        PICTURE_WIDTH,
        picture.isPresent() ? PICTURE_HEIGHT : 0,
        List.of(words.of(event.kind()), about, words.moment(event.at())),
        TEXT);
  }

  private void count(PdfSheet sheet, String key, long number) throws IOException {
    sheet.amount(words.get(key), words.number(number), TEXT, false, TABLE);
  }

  private String dong(long dong) {
    return words.number(dong) + " ₫";
  }
}
