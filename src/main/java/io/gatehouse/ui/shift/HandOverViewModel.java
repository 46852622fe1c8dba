package io.gatehouse.ui.shift;

import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.ui.common.Duty;
import io.gatehouse.ui.common.ScreenTools;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cash counted note by note, against what was taken, and the end of the shift. */
public final class HandOverViewModel {

  private static final Logger log = LoggerFactory.getLogger(HandOverViewModel.class);

  private final ScreenTools tools;
  private final ReportDesk reports;
  private final CashCounting cash = new CashCounting();
  private final ReadOnlyLongWrapper opening = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper taken = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");

  public HandOverViewModel(ScreenTools tools) {
    this.tools = tools;
    this.reports = new ReportDesk(tools);
  }

  CashCounting cash() {
    return cash;
  }

  /** What was in the drawer at the start, in đồng. */
  ReadOnlyLongProperty openingProperty() {
    return opening.getReadOnlyProperty();
  }

  ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  /** What the guard has to say to who comes next, or to the owner. */
  void remark(String text) {
    remark.set(text);
  }

  /** What the passages say was taken, in đồng. */
  ReadOnlyLongProperty takenProperty() {
    return taken.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether the end could not be stored. */
  ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** Counted less what must be in the drawer. */
  long difference() {
    return cash.count().totalDong() - opening.get() - taken.get();
  }

  void load() {
    cash.begin();
    remark.set("");
    failed.set(false);
    shift()
        .ifPresent(shift ->
            tools
                .work()
                .run(
                    () -> tools.context().books().shifts().report(shift.id()),
                    report -> report.ifPresent(this::loaded),
                    e -> failed.set(true)));
  }

  private void loaded(ShiftReport report) {
    opening.set(report.shift().openingDong());
    taken.set(report.totals().cashDong());
  }

  /** Ends the shift with what was counted. */
  void finish() {
    end(Optional.of(cash.count()));
  }

  /** Ends it without a count. */
  void skip() {
    end(Optional.empty());
  }

  private void end(Optional<CashCount> counted) {
    Optional<Shift> shift = shift();
    if (busy.get() || shift.isEmpty()) {
      return;
    }
    busy.set(true);
    failed.set(false);
    Instant now = tools.context().time().now();
    String said = remark.get();
    tools
        .work()
        .run(
            () -> tools.context().books().shifts().end(shift.get().id(), now, counted, said),
            this::ended,
            e -> {
              busy.set(false);
              failed.set(true);
            });
  }

  /** The report can be made anew at any time: a full disk must not keep a guard from going home. */
  private void ended(ShiftReport report) {
    tools
        .work()
        .run(
            () -> reports.write(report),
            written -> {},
            e -> log.warn("the shift's report was not written: {}", e.getMessage()));
    busy.set(false);
    tools.duty().signedOut();
  }

  private Optional<Shift> shift() {
    return tools.duty().state() instanceof Duty.State.Present(var _, Shift shift)
        ? Optional.of(shift)
        : Optional.empty();
  }
}
