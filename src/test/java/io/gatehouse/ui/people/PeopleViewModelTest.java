package io.gatehouse.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Pin;
import io.gatehouse.parking.people.Role;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.QueuedWork;
import io.gatehouse.support.StaffedKiosk;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Duty;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleViewModelTest {

  @TempDir Path data;

  private StaffedKiosk kiosk;
  private PeopleViewModel people;

  @BeforeEach
  void open() throws StoreException {
    kiosk = new StaffedKiosk(data);
    people = new PeopleViewModel(kiosk.tools(), 10);
    people.load();
  }

  @AfterEach
  void close() {
    kiosk.close();
  }

  private void type(String pin) {
    pin.chars().forEach(digit -> people.entry().type((char) digit));
    people.enter();
  }

  @Test
  void firstIsASupervisorAndFromThenOnSomebodyMustSignIn() throws StoreException {
    kiosk.duty.refresh();
    people.add("Trần Thị Bình");
    people.newPin();
    type("909117");
    type("909117");

    Person first = kiosk.books().staff().people().getFirst();
    assertThat(first.role()).isEqualTo(Role.SUPERVISOR);
    assertThat(kiosk.books().staff().pin(first.id()).orElseThrow().matches(Pin.of("909117")))
        .isTrue();
    assertThat(kiosk.duty.state()).isEqualTo(new Duty.State.Nobody());
  }

  @Test
  void whatIsBegunWhileThePeopleAreLookedUpStays() {
    QueuedWork disk = new QueuedWork();
    people = new PeopleViewModel(kiosk.tools(new BackgroundWork(disk, Runnable::run)), 10);
    people.load();
    people.add("Trần Thị Bình");
    people.newPin();
    type("909117");
    disk.runAll();

    assertThat(people.stepProperty().get()).isInstanceOf(PeopleViewModel.Step.NewPin.class);
    type("909117");
    disk.runAll();
    assertThat(people.peopleProperty().get())
        .extracting(Person::name)
        .containsExactly("Trần Thị Bình");
  }

  @Test
  void guardMayHaveAShorterPin() throws StoreException {
    kiosk.onDuty(kiosk.add("Bình", Role.SUPERVISOR));
    people.load();
    people.add("An");
    people.newPin();
    type("4711");
    type("4711");

    assertThat(kiosk.books().staff().people())
        .extracting(Person::name)
        .containsExactly("An", "Bình");
    assertThat(kiosk.trail().getFirst()).isEqualTo("PEOPLE_CHANGED Bình [] + An (GUARD)");
  }

  @Test
  void plainAndShortPinsAreRefusedAndTwoDifferentOnesBeginAnew() throws StoreException {
    people.add("Bình");
    people.newPin();
    type("4711");
    assertThat(people.entry().messageProperty().get()).isEqualTo("At least 6 digits are needed.");
    type("123456");
    assertThat(people.entry().messageProperty().get()).isEqualTo("This PIN is too easy to guess.");
    type("909117");
    type("909118");
    assertThat(people.entry().messageProperty().get()).startsWith("The two were not the same.");
    assertThat(kiosk.books().staff().people()).isEmpty();

    type("909118");
    type("909118");
    assertThat(kiosk.books().staff().people()).hasSize(1);
  }

  @Test
  void lastSupervisorStaysAndThatIsSaid() throws StoreException {
    Person boss = kiosk.add("Bình", Role.SUPERVISOR);
    kiosk.onDuty(boss);
    people.load();
    people.choose(boss);
    people.active(false);

    assertThat(people.problemProperty().get()).isEqualTo("At least one supervisor must be left.");
    assertThat(kiosk.books().staff().people()).containsExactly(boss);
  }

  @Test
  void whoIsLetGoCannotSignInAndMayComeBack() throws StoreException {
    kiosk.onDuty(kiosk.add("Bình", Role.SUPERVISOR));
    Person an = kiosk.add("An", Role.GUARD);
    people.load();
    people.choose(an);
    people.active(false);
    SignInViewModel signIn = new SignInViewModel(kiosk.tools());
    signIn.load();
    assertThat(signIn.peopleProperty().get()).extracting(Person::name).containsExactly("Bình");

    people.active(true);
    people.role(Role.TECHNICIAN);
    assertThat(kiosk.books().staff().people())
        .contains(new Person(an.id(), "An", Role.TECHNICIAN, true));
  }

  @Test
  void whoSignsInIsTheGuardOfAllDecisionsFromThenOn() throws StoreException {
    Person boss = kiosk.add("Bình", Role.SUPERVISOR);
    SignInViewModel signIn = new SignInViewModel(kiosk.tools());
    signIn.load();
    signIn.choose(boss);
    StaffedKiosk.PIN.chars().forEach(digit -> signIn.entry().type((char) digit));
    signIn.enter();

    assertThat(kiosk.settings.get().guard()).isEqualTo("Bình");
    assertThat(kiosk.saved).last().extracting("guard").isEqualTo("Bình");
    assertThat(kiosk.books().shifts().open()).isPresent();
    assertThat(kiosk.trail().getFirst()).isEqualTo("SIGN_IN Bình [] ");
  }

  @Test
  void guardsShiftGoesOnAfterAPowerCutAndASupervisorShowsThePinAgain() throws StoreException {
    Person boss = kiosk.add("Bình", Role.SUPERVISOR);
    Person an = kiosk.add("An", Role.GUARD);
    kiosk.books().shifts().begin(an, "Cổng A", kiosk.time.now());
    kiosk.duty.refresh();
    assertThat(kiosk.duty.actor().name()).isEqualTo("An");

    kiosk.duty.signedOut();
    kiosk.books().shifts().begin(boss, "Cổng A", kiosk.time.now());
    kiosk.duty.refresh();
    assertThat(kiosk.duty.state()).isEqualTo(new Duty.State.Nobody());
    assertThat(kiosk.settings.get().guard()).isEmpty();
  }
}
