package io.gatehouse.parking.shift;

import io.gatehouse.parking.audit.AuditEntry;
import java.util.List;
import java.util.Optional;

/**
 * All that is told of a shift.
 *
 * @param overrides in the order in which they happened
 * @param seal of the audit trail at the shift's end, or now: whoever keeps the report can tell
 *     later whether the trail was changed
 */
public record ShiftReport(
    Shift shift, ShiftTotals totals, List<AuditEntry> overrides, String seal) {

  public ShiftReport {
    overrides = List.copyOf(overrides);
  }

  /** What must be in the drawer: what was there at the start, and what was taken. */
  public long drawerDong() {
    return shift.openingDong() + totals.cashDong();
  }

  /** Counted less what must be there: negative when money is missing; empty when nobody counted. */
  public Optional<Long> differenceDong() {
    return shift
        .closing()
        .flatMap(Shift.Closing::counted)
        .map(counted -> counted.totalDong() - drawerDong());
  }
}
