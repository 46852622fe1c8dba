package io.gatehouse.ui.shift;

import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.ui.common.Duty;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.ScreenTools;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shift that goes on. */
public final class ShiftViewModel {

  private static final Logger log = LoggerFactory.getLogger(ShiftViewModel.class);

  private final ScreenTools tools;
  private final ReadOnlyObjectWrapper<Optional<ShiftReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public ShiftViewModel(ScreenTools tools) {
    this.tools = tools;
  }

  /** What it adds up to so far; empty when there is none, or not yet known. */
  ReadOnlyObjectProperty<Optional<ShiftReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** Whether the site has no people, and so no shifts. */
  boolean noPeople() {
    return tools.duty().state() instanceof Duty.State.NoPeople;
  }

  void load() {
    if (!(tools.duty().state() instanceof Duty.State.Present(var _, Shift shift))) {
      report.set(Optional.empty());
      return;
    }
    tools
        .work()
        .run(
            () -> tools.context().books().shifts().report(shift.id()),
            report::set,
            e -> log.warn("the shift is not known: {}", e.getMessage()));
  }

  void handOver() {
    tools.navigator().go(new Place.HandOver());
  }

  void countOpening() {
    tools.navigator().go(new Place.Opening());
  }

  void earlier() {
    tools.navigator().go(new Place.Shifts());
  }
}
