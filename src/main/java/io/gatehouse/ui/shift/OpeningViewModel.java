package io.gatehouse.ui.shift;

import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.ui.common.Duty;
import io.gatehouse.ui.common.ScreenTools;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** What is in the drawer as the shift begins. Whoever skips it can count until the shift's end. */
public final class OpeningViewModel {

  private final ScreenTools tools;
  private final CashCounting cash = new CashCounting();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();

  public OpeningViewModel(ScreenTools tools) {
    this.tools = tools;
  }

  CashCounting cash() {
    return cash;
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether it could not be stored. */
  ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  void skip() {
    tools.navigator().back();
  }

  void done() {
    if (busy.get()
        || !(tools.duty().state() instanceof Duty.State.Present(Person person, Shift shift))) {
      return;
    }
    busy.set(true);
    failed.set(false);
    CashCount inDrawer = cash.count();
    Instant now = tools.context().time().now();
    tools
        .work()
        .run(
            () -> tools.context().books().shifts().openWith(shift.id(), inDrawer, now),
            kept -> {
              busy.set(false);
              tools.duty().signedIn(person, kept);
              tools.navigator().back();
            },
            e -> {
              busy.set(false);
              failed.set(true);
            });
  }
}
