package io.gatehouse.ui.people;

import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Action;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Person;
import io.gatehouse.ui.common.Duty;
import io.gatehouse.ui.common.Permission;
import io.gatehouse.ui.common.ScreenParts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the PIN of somebody who may do what the one on duty may not. One question at a time: a
 * new one takes the place of that before.
 */
public final class PermissionViewModel implements Permission {

  private static final Logger log = LoggerFactory.getLogger(PermissionViewModel.class);

  private final ScreenParts parts;
  private final PinEntryViewModel entry;
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * What is asked.
   *
   * @param who may allow it
   * @param chosen the one whose PIN is typed
   */
  record Question(
      Action action, List<Person> who, Optional<Person> chosen, Consumer<String> approvedBy) {}

  public PermissionViewModel(ScreenParts parts) {
    this.parts = parts;
    this.entry = new PinEntryViewModel(parts);
  }

  ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  PinEntryViewModel entry() {
    return entry;
  }

  @Override
  public boolean asks(Action action) {
    return switch (parts.duty().state()) {
      case Duty.State.NoPeople() -> false;
      case Duty.State.Present(Person person, var _) -> !action.allowedTo(person.role());
      case Duty.State.Unknown(), Duty.State.Nobody() -> true;
    };
  }

  @Override
  public void ask(Action action, Consumer<String> approvedBy) {
    if (!asks(action)) {
      approvedBy.accept(parts.duty().actor().name());
      return;
    }
    parts
        .work()
        .run(
            () ->
                parts.context().books().staff().people().stream()
                    .filter(person -> person.active() && action.allowedTo(person.role()))
                    .toList(),
            who -> open(action, who, approvedBy),
            e -> log.error("nobody can be asked: {}", e.getMessage()));
  }

  private void open(Action action, List<Person> who, Consumer<String> approvedBy) {
    if (!asks(action)) { // known only now
      approvedBy.accept(parts.duty().actor().name());
      return;
    }
    entry.clear();
    Optional<Person> only = who.size() == 1 ? Optional.of(who.getFirst()) : Optional.empty();
    question.set(Optional.of(new Question(action, who, only, approvedBy)));
  }

  void choose(Person person) {
    question
        .get()
        .ifPresent(asked -> {
          entry.clear();
          question.set(
              Optional.of(
                  new Question(
                      asked.action(), asked.who(), Optional.of(person), asked.approvedBy())));
        });
  }

  void enter() {
    question
        .get()
        .ifPresent(asked ->
            asked.chosen().ifPresent(person -> entry.check(person, () -> allowed(asked, person))));
  }

  /** Gives it up; nothing happens. */
  public void cancel() {
    entry.clear();
    question.set(Optional.empty());
  }

  private void allowed(Question asked, Person person) {
    cancel();
    Actor guard = parts.duty().actor();
    parts
        .duty()
        .note(
            AuditEvent.of(
                    parts.context().time().now(),
                    guard,
                    AuditKind.PERMISSION,
                    asked.action().name())
                .approvedBy(person.name()));
    asked.approvedBy().accept(person.name());
  }
}
