package io.gatehouse.ui.people;

import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.ScreenParts;
import io.gatehouse.ui.common.ScreenTools;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Who works here, and the PIN of the one who signs in. */
public final class SignInViewModel {

  private final ScreenTools tools;
  private final PinEntryViewModel entry;
  private final ReadOnlyObjectWrapper<List<Person>> people = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Person>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public SignInViewModel(ScreenTools tools) {
    this.tools = tools;
    this.entry = new PinEntryViewModel(parts(tools));
  }

  static ScreenParts parts(ScreenTools tools) {
    return new ScreenParts(
        tools.context(), tools.texts(), tools.formats(), tools.work(), tools.duty());
  }

  ReadOnlyObjectProperty<List<Person>> peopleProperty() {
    return people.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Person>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  PinEntryViewModel entry() {
    return entry;
  }

  /** Looks up who works here. */
  void load() {
    chosen.set(Optional.empty());
    entry.clear();
    tools
        .work()
        .run(
            () -> tools.context().books().staff().people().stream().filter(Person::active).toList(),
            people::set,
            e -> entry.say(tools.texts().get("pin.failed")));
  }

  void choose(Person person) {
    entry.clear();
    chosen.set(Optional.of(person));
  }

  void enter() {
    chosen.get().ifPresent(person -> entry.check(person, () -> begin(person)));
  }

  private void begin(Person person) {
    String lane = tools.settings().get().laneName();
    tools
        .work()
        .run(
            () ->
                tools.context().books().shifts().begin(person, lane, tools.context().time().now()),
            shift -> begun(person, shift),
            e -> entry.say(tools.texts().get("pin.failed")));
  }

  private void begun(Person person, Shift shift) {
    tools.duty().signedIn(person, shift);
    // a technician takes no cash
    if (shift.opening().isEmpty() && person.role() != Role.TECHNICIAN) {
      tools.navigator().go(new Place.Opening());
    }
  }
}
