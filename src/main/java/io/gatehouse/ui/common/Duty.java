package io.gatehouse.ui.common;

import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.settings.Settings;
import io.gatehouse.store.ParkingBooks;
import io.gatehouse.store.StoreException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is on duty, and what he does that must stay known. On the screen's thread. */
public final class Duty {

  private static final Logger log = LoggerFactory.getLogger(Duty.class);

  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Unknown());
  private final UiContext context;
  private final BackgroundWork work;
  private final ObjectProperty<Settings> settings;

  /** What is known of it. */
  public sealed interface State {

    /** Not yet looked up. */
    record Unknown() implements State {}

    /** The site has no people yet: whoever is there works, and nobody is asked for a PIN. */
    record NoPeople() implements State {}

    /** Somebody must sign in. */
    record Nobody() implements State {}

    record Present(Person person, Shift shift) implements State {}
  }

  public Duty(UiContext context, BackgroundWork work, ObjectProperty<Settings> settings) {
    this.context = context;
    this.work = work;
    this.settings = settings;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public State state() {
    return state.get();
  }

  /** Whether nothing may be done before somebody has signed in. */
  public boolean asksForSignIn() {
    return state.get() instanceof State.Nobody;
  }

  /** Who does something now, as it is written down. */
  public Actor actor() {
    return state.get() instanceof State.Present(Person person, Shift _)
        ? Actor.of(person)
        : Actor.named(settings.get().guard());
  }

  /** Looks it up: at the start, and after the people have changed. */
  public void refresh() {
    work.run(
        () -> lookUp(context.books()),
        this::show,
        e -> log.error("who is on duty is not known: {}", e.getMessage()));
  }

  /**
   * A guard's shift goes on after a power cut; whoever may do more shows the PIN again. A shift
   * that goes on while it is looked at stays as it is.
   */
  private State lookUp(ParkingBooks books) throws StoreException {
    List<Person> people = books.staff().people();
    if (people.isEmpty()) {
      return new State.NoPeople();
    }
    Optional<Shift> open = books.shifts().open();
    boolean signedIn = state.get() instanceof State.Present;
    return open.flatMap(shift -> owner(people, shift))
        .filter(person -> signedIn || person.role() == Role.GUARD)
        .<State>map(person -> new State.Present(person, open.get()))
        .orElse(new State.Nobody());
  }

  private static Optional<Person> owner(List<Person> people, Shift shift) {
    return people.stream()
        .filter(person -> person.active() && person.id().equals(shift.person()))
        .findFirst();
  }

  public void signedIn(Person person, Shift shift) {
    show(new State.Present(person, shift));
  }

  public void signedOut() {
    show(new State.Nobody());
  }

  /** Writes down, in the background, what the one on duty did. */
  public void note(AuditKind kind, String details, String approvedBy) {
    note(
        AuditEvent.of(context.time().now(), actor(), kind, details)
            .approvedBy(approvedBy.equals(actor().name()) ? "" : approvedBy));
  }

  /** Writes it down in the background. */
  public void note(AuditEvent event) {
    work.run(
        () -> {
          context.books().audit().append(event);
          return event;
        },
        kept -> {},
        e -> log.error("{} could not be written down: {}", event.kind(), e.getMessage()));
  }

  private void show(State now) {
    switch (now) {
      case State.Present(Person person, Shift _) -> keepGuard(person.name());
      case State.Nobody() -> keepGuard("");
      case State.Unknown(), State.NoPeople() -> {}
    }
    state.set(now);
  }

  /** Decisions carry this name; kept, so that it is right from the next start's first moment. */
  private void keepGuard(String name) {
    Settings before = settings.get();
    if (before.guard().equals(name)) {
      return;
    }
    Settings changed = before.withGuard(name);
    settings.set(changed);
    work.run(
        () -> {
          context.settingsSaver().save(changed);
          return changed;
        },
        kept -> {},
        e -> log.warn("who is on duty could not be kept: {}", e.getMessage()));
  }
}
