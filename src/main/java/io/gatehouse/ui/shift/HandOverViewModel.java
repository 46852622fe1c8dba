package io.gatehouse.ui.shift;

import io.gatehouse.parking.shift.Banknote;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.ui.common.Duty;
import io.gatehouse.ui.common.ScreenTools;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cash counted note by note, against what was taken, and the end of the shift. */
public final class HandOverViewModel {

  private static final Logger log = LoggerFactory.getLogger(HandOverViewModel.class);

  private final ScreenTools tools;
  private final ReportDesk reports;
  private final ReadOnlyObjectWrapper<CashCount> count =
      new ReadOnlyObjectWrapper<>(CashCount.NOTHING);
  private final ReadOnlyObjectWrapper<Banknote> chosen =
      new ReadOnlyObjectWrapper<>(Banknote.DONG_500_000);
  private final ReadOnlyLongWrapper taken = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private boolean fresh = true;

  public HandOverViewModel(ScreenTools tools) {
    this.tools = tools;
    this.reports = new ReportDesk(tools);
  }

  /** Largest first, as one counts. */
  static List<Banknote> notes() {
    return List.of(Banknote.values()).reversed();
  }

  ReadOnlyObjectProperty<CashCount> countProperty() {
    return count.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Banknote> chosenProperty() {
    return chosen.getReadOnlyProperty();
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

  /** Counted less taken. */
  long difference() {
    return count.get().totalDong() - taken.get();
  }

  void load() {
    count.set(CashCount.NOTHING);
    choose(Banknote.DONG_500_000);
    failed.set(false);
    shift()
        .ifPresent(shift ->
            tools
                .work()
                .run(
                    () -> tools.context().books().shifts().report(shift.id()),
                    report -> taken.set(report.map(r -> r.totals().cashDong()).orElse(0L)),
                    e -> failed.set(true)));
  }

  void choose(Banknote note) {
    chosen.set(note);
    fresh = true;
  }

  /** The first digit begins a new number for the kind chosen. */
  void type(int digit) {
    int before = fresh ? 0 : count.get().of(chosen.get());
    fresh = false;
    long number = before * 10L + digit;
    if (number <= CashCount.MOST) {
      count.set(count.get().with(chosen.get(), (int) number));
    }
  }

  void erase() {
    fresh = false;
    count.set(count.get().with(chosen.get(), count.get().of(chosen.get()) / 10));
  }

  /** On to the next kind. */
  void next() {
    int at = notes().indexOf(chosen.get());
    choose(notes().get((at + 1) % notes().size()));
  }

  /** Ends the shift with what was counted. */
  void finish() {
    end(Optional.of(count.get()));
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
    tools
        .work()
        .run(
            () -> tools.context().books().shifts().end(shift.get().id(), now, counted, ""),
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
