package io.gatehouse.central.api;

import io.gatehouse.report.Csv;
import java.util.Objects;

/** Rows of the history as a table. Money is in đồng; names are the same in every language. */
final class HistoryCsv {

  private final Csv csv;

  HistoryCsv(Appendable out) {
    csv = new Csv(out);
    csv.row(
        "id",
        "plate",
        "plate_id",
        "vehicle_kind",
        "status",
        "entry_time",
        "entry_camera",
        "exit_time",
        "exit_camera",
        "duration",
        "duration_seconds",
        "fee",
        "paid",
        "method",
        "ending",
        "reason",
        "settled_by",
        "corrected");
  }

  void add(Vehicle row) {
    csv.row(
        row.id(),
        row.plateView(),
        row.plateId(),
        row.vehicleKind(),
        row.status(),
        known(row.entryTime()),
        known(row.entryCameraName()),
        known(row.exitTime()),
        known(row.exitCameraName()),
        known(row.duration()),
        known(row.durationSeconds()),
        row.fee(),
        row.paid(),
        known(row.method()),
        known(row.ending()),
        known(row.reason()),
        known(row.settledBy()),
        row.corrected());
  }

  private static Object known(Object value) {
    return Objects.requireNonNullElse(value, "");
  }
}
