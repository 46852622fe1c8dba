package io.gatehouse.report;

import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.parking.shift.ShiftTotals;

/**
 * A shift as a table: {@code section,name,value,at,plate,approved_by,details}. Times are ISO 8601
 * in UTC, money is in đồng, names are the same in every language.
 */
final class ShiftCsv {

  private ShiftCsv() {}

  static byte[] of(ShiftReport report) {
    Csv csv = new Csv().row("section", "name", "value", "at", "plate", "approved_by", "details");
    Shift shift = report.shift();
    fact(csv, "shift", "id", shift.id());
    fact(csv, "shift", "guard", shift.guard());
    fact(csv, "shift", "role", shift.role());
    fact(csv, "shift", "lane", shift.lane());
    fact(csv, "shift", "began", shift.beganAt());
    shift
        .closing()
        .ifPresent(closing -> {
          fact(csv, "shift", "ended", closing.at());
          fact(csv, "shift", "remark", closing.remark());
        });
    fact(csv, "shift", "audit_seal", report.seal());
    totals(csv, report.totals());
    shift
        .opening()
        .ifPresent(opening -> {
          cash(csv, "opening_", opening);
          fact(csv, "cash", "opening_dong", opening.totalDong());
        });
    fact(csv, "cash", "drawer_dong", report.drawerDong());
    shift.closing().flatMap(Shift.Closing::counted).ifPresent(counted -> counted(csv, counted));
    report
        .differenceDong()
        .ifPresent(difference -> fact(csv, "cash", "difference_dong", difference));
    report.overrides().forEach(entry -> override(csv, entry));
    return csv.bytes();
  }

  private static void totals(Csv csv, ShiftTotals totals) {
    fact(csv, "total", "in", totals.in());
    fact(csv, "total", "out", totals.out());
    fact(csv, "total", "automatic", totals.automatic());
    fact(csv, "total", "turned_away", totals.turnedAway());
    fact(csv, "total", "free_passes", totals.freePasses());
    fact(csv, "total", "lost_tickets", totals.lostTickets());
    fact(csv, "total", "overrides", totals.overrides());
    fact(csv, "total", "cash_dong", totals.cashDong());
  }

  private static void counted(Csv csv, CashCount counted) {
    cash(csv, "", counted);
    fact(csv, "cash", "counted_dong", counted.totalDong());
  }

  private static void cash(Csv csv, String prefix, CashCount count) {
    count
        .notes()
        .forEach((note, many) -> fact(csv, "cash", prefix + "notes_of_" + note.dong(), many));
  }

  private static void override(Csv csv, AuditEntry entry) {
    AuditEvent event = entry.event();
    Object amount = event.amountDong().isPresent() ? event.amountDong().get() : "";
    csv.row(
        "override",
        event.kind(),
        amount,
        event.at(),
        event.plate(),
        event.approvedBy(),
        event.details());
  }

  private static void fact(Csv csv, String section, String name, Object value) {
    csv.row(section, name, value, "", "", "", "");
  }
}
