package io.gatehouse.ui.people;

import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Pin;
import io.gatehouse.parking.people.PinHash;
import io.gatehouse.parking.people.Role;
import io.gatehouse.store.StaffRuleException;
import io.gatehouse.store.StaffStore;
import io.gatehouse.ui.common.ScreenTools;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The people: add, change the role, set a new PIN, let go and take back. */
public final class PeopleViewModel {

  private final ScreenTools tools;
  private final int rounds;
  private final SecureRandom random = new SecureRandom();
  private final PinEntryViewModel entry;
  private final ReadOnlyObjectWrapper<List<Person>> people = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Step> step =
      new ReadOnlyObjectWrapper<>(new Step.Looking(Optional.empty()));
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** What is being done. */
  sealed interface Step {

    /**
     * The people are looked at.
     *
     * @param chosen whose particulars are shown; empty for none
     */
    record Looking(Optional<Person> chosen) implements Step {}

    /** Somebody new has a name and is given a role. */
    record Adding(String name, Role role) implements Step {}

    /**
     * A PIN is typed, and typed again.
     *
     * @param person empty for somebody new
     * @param first what was typed first; empty for not yet
     */
    record NewPin(Optional<Person> person, String name, Role role, Optional<Pin> first)
        implements Step {}
  }

  public PeopleViewModel(ScreenTools tools) {
    this(tools, PinHash.ROUNDS);
  }

  /**
   * For tests, which have no time to lose.
   *
   * @param rounds of new PINs' hashes
   */
  PeopleViewModel(ScreenTools tools, int rounds) {
    this.tools = tools;
    this.rounds = rounds;
    this.entry = new PinEntryViewModel(SignInViewModel.parts(tools));
  }

  ReadOnlyObjectProperty<List<Person>> peopleProperty() {
    return people.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** What could not be done, in words; empty when all was well. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  PinEntryViewModel entry() {
    return entry;
  }

  /** Whether the one who is added first must be a supervisor. */
  boolean first() {
    return people.get().isEmpty();
  }

  void load() {
    look(Optional.empty());
    reload(Optional.empty());
  }

  void choose(Person person) {
    look(Optional.of(person));
  }

  /** Somebody new. */
  void add(String name) {
    problem.set("");
    step.set(new Step.Adding(name, first() ? Role.SUPERVISOR : Role.GUARD));
  }

  /** The role of somebody new, or of the one chosen. */
  void role(Role role) {
    switch (step.get()) {
      case Step.Adding(String name, Role _) -> step.set(new Step.Adding(name, role));
      case Step.Looking(Optional<Person> chosen) when chosen.isPresent() ->
          change(chosen.get(), role, chosen.get().active());
      case Step.Looking looking -> {}
      case Step.NewPin typing -> {}
    }
  }

  void active(boolean active) {
    if (step.get() instanceof Step.Looking(Optional<Person> chosen) && chosen.isPresent()) {
      change(chosen.get(), chosen.get().role(), active);
    }
  }

  /** A PIN for somebody new, or a new one for the one chosen. */
  void newPin() {
    entry.clear();
    switch (step.get()) {
      case Step.Adding(String name, Role role) ->
          step.set(new Step.NewPin(Optional.empty(), name, role, Optional.empty()));
      case Step.Looking(Optional<Person> chosen) when chosen.isPresent() ->
          step.set(
              new Step.NewPin(chosen, chosen.get().name(), chosen.get().role(), Optional.empty()));
      case Step.Looking looking -> {}
      case Step.NewPin typing -> {}
    }
  }

  /** The PIN as typed: the first time it is checked, the second time it must be the same. */
  void enter() {
    if (!(step.get() instanceof Step.NewPin typing)) {
      return;
    }
    Pin pin = entry.take();
    Optional<Pin.Fault> fault = pin.fault(typing.role());
    if (typing.first().isEmpty() && fault.isPresent()) {
      entry.say(
          tools.texts().get("pin.fault." + fault.get(), Pin.shortest(typing.role()), Pin.LONGEST));
    } else if (typing.first().isEmpty()) {
      again(typing, Optional.of(pin));
    } else if (typing.first().get().same(pin)) {
      keep(typing, pin);
    } else {
      again(typing, Optional.empty());
      entry.say(tools.texts().get("pin.different"));
    }
  }

  void cancel() {
    entry.clear();
    look(
        step.get() instanceof Step.NewPin(Optional<Person> person, var _, var _, var _)
            ? person
            : Optional.empty());
  }

  private void again(Step.NewPin typing, Optional<Pin> first) {
    entry.clear();
    step.set(new Step.NewPin(typing.person(), typing.name(), typing.role(), first));
  }

  private void keep(Step.NewPin typing, Pin pin) {
    Actor by = tools.duty().actor();
    Instant now = tools.context().time().now();
    StaffStore staff = tools.context().books().staff();
    run(() -> {
      PinHash hash = PinHash.of(pin, rounds, random);
      if (typing.person().isEmpty()) {
        return staff.add(typing.name(), typing.role(), hash, by, now);
      }
      staff.setPin(typing.person().get().id(), hash, by, now);
      return typing.person().get();
    });
  }

  private void change(Person person, Role role, boolean active) {
    Actor by = tools.duty().actor();
    Instant now = tools.context().time().now();
    run(() -> tools.context().books().staff().change(person.id(), role, active, by, now));
  }

  private void run(Callable<Person> change) {
    problem.set("");
    tools
        .work()
        .run(
            change,
            person -> {
              reload(Optional.of(person));
              tools.duty().refresh();
            },
            this::failed);
  }

  private void failed(Exception e) {
    entry.clear();
    look(Optional.empty());
    problem.set(
        e instanceof StaffRuleException broken
            ? tools.texts().of(broken.rule())
            : tools.texts().get("people.failed"));
  }

  private void reload(Optional<Person> chosen) {
    tools
        .work()
        .run(
            () -> tools.context().books().staff().people(),
            now -> {
              people.set(now);
              // what somebody has begun to type meanwhile stays
              if (chosen.isPresent() || step.get() instanceof Step.Looking) {
                step.set(new Step.Looking(chosen));
              }
            },
            this::failed);
  }

  private void look(Optional<Person> chosen) {
    problem.set("");
    step.set(new Step.Looking(chosen));
  }
}
