package io.gatehouse.ui.people;

import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Pin;
import io.gatehouse.ui.common.ScreenParts;
import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A PIN being typed, and what is said of it. The digits are never shown. */
final class PinEntryViewModel {

  private final ScreenParts parts;
  private final PinDesk desk;
  private final ReadOnlyIntegerWrapper typed = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private String digits = "";
  private int entry;

  PinEntryViewModel(ScreenParts parts) {
    this.parts = parts;
    this.desk = new PinDesk(parts.context().books().staff(), parts.context().time());
  }

  /** How many digits were typed. */
  ReadOnlyIntegerProperty typedProperty() {
    return typed.getReadOnlyProperty();
  }

  /** Whether a PIN is being looked at. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What was wrong, and how long one must wait; empty when nothing was. */
  ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  void type(char digit) {
    if (!busy.get() && digits.length() < Pin.LONGEST) {
      message.set("");
      set(digits + digit);
    }
  }

  void erase() {
    if (!busy.get() && !digits.isEmpty()) {
      set(digits.substring(0, digits.length() - 1));
    }
  }

  /** Forgets what was typed, and any answer that is still to come. */
  void clear() {
    entry++;
    busy.set(false);
    message.set("");
    set("");
  }

  /** Takes what was typed. */
  Pin take() {
    Pin pin = Pin.of(digits);
    set("");
    return pin;
  }

  void say(String words) {
    message.set(words);
  }

  /** Looks at what was typed; {@code right} is called when it is the person's PIN. */
  void check(Person person, Runnable right) {
    if (busy.get() || digits.isEmpty()) {
      return;
    }
    int asked = ++entry;
    Pin pin = take();
    busy.set(true);
    message.set("");
    parts
        .work()
        .run(
            () -> desk.check(person, pin),
            answer -> answered(asked, answer, right),
            e -> failed(asked));
  }

  private void answered(int asked, PinDesk.Answer answer, Runnable right) {
    if (asked != entry) {
      return;
    }
    busy.set(false);
    switch (answer) {
      case PinDesk.Answer.Right() -> right.run();
      case PinDesk.Answer.Wrong(Duration wait) ->
          message.set(
              wait.isZero()
                  ? parts.texts().get("pin.wrong")
                  : parts.texts().get("pin.wrong") + " " + waiting(wait));
      case PinDesk.Answer.TooSoon(Duration wait) -> message.set(waiting(wait));
    }
  }

  private void failed(int asked) {
    if (asked == entry) {
      busy.set(false);
      message.set(parts.texts().get("pin.failed"));
    }
  }

  private String waiting(Duration wait) {
    Duration whole = Duration.ofSeconds((wait.toMillis() + 999) / 1000);
    return parts
        .texts()
        .get(
            "pin.wait",
            parts.formats().duration(whole),
            parts.formats().clockWithSeconds(parts.context().time().now().plus(whole)));
  }

  private void set(String now) {
    digits = now;
    typed.set(now.length());
  }
}
