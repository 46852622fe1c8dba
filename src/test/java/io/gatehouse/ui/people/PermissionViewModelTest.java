package io.gatehouse.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.people.Action;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Role;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.StaffedKiosk;
import io.gatehouse.ui.common.Duty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionViewModelTest {

  @TempDir Path data;

  private StaffedKiosk kiosk;
  private PermissionViewModel permission;
  private final List<String> approved = new ArrayList<>();

  @BeforeEach
  void open() throws StoreException {
    kiosk = new StaffedKiosk(data);
    permission = new PermissionViewModel(kiosk.parts());
  }

  @AfterEach
  void close() {
    kiosk.close();
  }

  private void ask(Action action) {
    permission.ask(action, approved::add);
  }

  private void type(String pin) {
    pin.chars().forEach(digit -> permission.entry().type((char) digit));
    permission.enter();
  }

  @Test
  void withoutPeopleWhoeverIsThereMayDoAll() {
    kiosk.settings.set(kiosk.settings.get().withGuard("An"));
    kiosk.duty.refresh();

    assertThat(kiosk.duty.state()).isEqualTo(new Duty.State.NoPeople());
    for (Action action : Action.values()) {
      assertThat(permission.asks(action)).isFalse();
    }
    ask(Action.TARIFFS);
    assertThat(approved).containsExactly("An");
  }

  @Test
  void guardNeedsASupervisorsPinAndTheTrailSaysWho() throws StoreException {
    kiosk.add("Bình", Role.SUPERVISOR);
    Person an = kiosk.add("An", Role.GUARD);
    kiosk.onDuty(an);

    ask(Action.FREE_PASS);
    assertThat(approved).isEmpty();
    assertThat(permission.questionProperty().get().orElseThrow().chosen()).isPresent();
    type(StaffedKiosk.PIN);

    assertThat(approved).containsExactly("Bình");
    assertThat(permission.questionProperty().get()).isEmpty();
    assertThat(kiosk.trail().getFirst()).isEqualTo("PERMISSION An [Bình] FREE_PASS");
  }

  @Test
  void supervisorOnDutyIsNotAsked() throws StoreException {
    kiosk.onDuty(kiosk.add("Bình", Role.SUPERVISOR));

    ask(Action.TARIFFS);
    assertThat(approved).containsExactly("Bình");
  }

  @Test
  void technicianMaySetUpButNotTouchTheMoney() throws StoreException {
    kiosk.add("Bình", Role.SUPERVISOR);
    kiosk.onDuty(kiosk.add("Thịnh", Role.TECHNICIAN));

    assertThat(permission.asks(Action.SETTINGS)).isFalse();
    assertThat(permission.asks(Action.TARIFFS)).isTrue();
    assertThat(permission.asks(Action.LOST_TICKET)).isTrue();
    assertThat(permission.asks(Action.PEOPLE)).isTrue();
  }

  @Test
  void guardsOwnPinAllowsNothing() throws StoreException {
    kiosk.add("Bình", Role.SUPERVISOR);
    Person an = kiosk.add("An", Role.GUARD);
    kiosk.onDuty(an);

    ask(Action.LOST_TICKET);
    assertThat(permission.questionProperty().get().orElseThrow().who())
        .extracting(Person::name)
        .containsExactly("Bình");
  }

  @Test
  void wrongPinsMustWaitAndAreTold() throws StoreException {
    kiosk.add("Bình", Role.SUPERVISOR);
    kiosk.onDuty(kiosk.add("An", Role.GUARD));
    ask(Action.LOST_TICKET);

    type("000001");
    assertThat(permission.entry().messageProperty().get()).isEqualTo("Wrong PIN.");
    type("000002");
    type("000003");
    assertThat(permission.entry().messageProperty().get())
        .isEqualTo("Wrong PIN. Wait 30 seconds, until 08:00:30.");
    type(StaffedKiosk.PIN);
    assertThat(permission.entry().messageProperty().get())
        .isEqualTo("Wait 30 seconds, until 08:00:30.");
    assertThat(approved).isEmpty();
    assertThat(kiosk.trail())
        .filteredOn(row -> row.startsWith("WRONG_PIN"))
        .containsExactly("WRONG_PIN Bình [] 3", "WRONG_PIN Bình [] 2", "WRONG_PIN Bình [] 1");

    kiosk.time.advance(Duration.ofSeconds(30));
    type(StaffedKiosk.PIN);
    assertThat(approved).containsExactly("Bình");
  }

  @Test
  void whoGivesUpChangesNothing() throws StoreException {
    kiosk.add("Bình", Role.SUPERVISOR);
    kiosk.onDuty(kiosk.add("An", Role.GUARD));
    ask(Action.SETTINGS);
    permission.cancel();
    type(StaffedKiosk.PIN);

    assertThat(approved).isEmpty();
    assertThat(kiosk.trail()).noneMatch(row -> row.startsWith("PERMISSION"));
  }

  @Test
  void ofSeveralOneIsChosen() throws StoreException {
    kiosk.add("Bình", Role.SUPERVISOR);
    Person dung = kiosk.add("Dũng", Role.SUPERVISOR);
    kiosk.onDuty(kiosk.add("An", Role.GUARD));
    ask(Action.LISTS);
    assertThat(permission.questionProperty().get().orElseThrow().chosen()).isEmpty();

    permission.choose(dung);
    type(StaffedKiosk.PIN);
    assertThat(approved).containsExactly("Dũng");
  }
}
