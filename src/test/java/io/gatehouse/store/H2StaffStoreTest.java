package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Pin;
import io.gatehouse.parking.people.PinHash;
import io.gatehouse.parking.people.Role;
import io.gatehouse.store.StaffRuleException.Rule;
import io.gatehouse.support.FakeTime;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2StaffStoreTest {

  private static final Actor NOBODY = Actor.named("");

  @TempDir Path folder;

  private final FakeTime time = new FakeTime();
  private DataFolder data;
  private KioskStore store;
  private StaffStore staff;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, time, text -> text);
    staff = store.books().staff();
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private void restart() throws StoreException {
    close();
    open();
  }

  private static PinHash hash(String pin) {
    return PinHash.of(Pin.of(pin), 10, new SecureRandom());
  }

  private Person add(String name, Role role) throws Exception {
    return staff.add(name, role, hash("471147"), NOBODY, time.now());
  }

  private static void breaks(Rule rule, ThrowingCallable change) {
    assertThatThrownBy(change)
        .isInstanceOfSatisfying(
            StaffRuleException.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }

  @Test
  void peopleAreThereAfterARestart() throws Exception {
    Person boss = add("Trần Thị Bình", Role.SUPERVISOR);
    Person guard = add(" Nguyễn Văn An ", Role.GUARD);
    restart();

    assertThat(staff.people()).containsExactly(guard, boss);
    assertThat(guard.name()).isEqualTo("Nguyễn Văn An");
    assertThat(staff.pin(guard.id()).orElseThrow().matches(Pin.of("471147"))).isTrue();
  }

  @Test
  void firstIsASupervisorAndOneIsAlwaysLeft() throws Exception {
    breaks(Rule.FIRST_IS_SUPERVISOR, () -> add("An", Role.GUARD));
    Person boss = add("Bình", Role.SUPERVISOR);
    breaks(
        Rule.LAST_SUPERVISOR,
        () -> staff.change(boss.id(), Role.SUPERVISOR, false, NOBODY, time.now()));
    breaks(
        Rule.LAST_SUPERVISOR, () -> staff.change(boss.id(), Role.GUARD, true, NOBODY, time.now()));
    assertThat(staff.people()).containsExactly(boss);

    add("Cường", Role.SUPERVISOR);
    assertThat(staff.change(boss.id(), Role.SUPERVISOR, false, NOBODY, time.now()).active())
        .isFalse();
    assertThat(staff.pin(boss.id())).isEmpty();
  }

  @Test
  void activePeopleHaveDifferentNames() throws Exception {
    add("Bình", Role.SUPERVISOR);
    Person first = add("An", Role.GUARD);
    breaks(Rule.NAME_TAKEN, () -> add("AN", Role.GUARD));
    breaks(Rule.NAME_EMPTY, () -> add("  ", Role.GUARD));

    staff.change(first.id(), Role.GUARD, false, NOBODY, time.now());
    add("An", Role.GUARD);
    breaks(Rule.NAME_TAKEN, () -> staff.change(first.id(), Role.GUARD, true, NOBODY, time.now()));
  }

  @Test
  void wrongPinsAreCountedBeforeTheyAreLookedAtAndARestartDoesNotHelp() throws Exception {
    Person boss = add("Bình", Role.SUPERVISOR);
    for (int i = 0; i < 3; i++) {
      assertThat(staff.beginAttempt(boss.id(), time.now()).remaining(time.now())).isZero();
    }
    restart();

    assertThat(staff.beginAttempt(boss.id(), time.now()).remaining(time.now()))
        .isEqualTo(Duration.ofSeconds(30));
    // asking meanwhile does not make it longer
    time.advance(Duration.ofSeconds(30));
    assertThat(staff.beginAttempt(boss.id(), time.now()).wrong()).isEqualTo(3);
    staff.rightPin(boss.id());
    assertThat(staff.beginAttempt(boss.id(), time.now()).wrong()).isZero();
  }

  @Test
  void clockSetBackDoesNotLockAnybodyOut() throws Exception {
    Person boss = add("Bình", Role.SUPERVISOR);
    for (int i = 0; i < 3; i++) {
      staff.beginAttempt(boss.id(), time.now());
    }
    Instant before = time.now().minus(Duration.ofHours(5));
    time.setWallClock(before);

    assertThat(staff.beginAttempt(boss.id(), before).remaining(before))
        .isEqualTo(Duration.ofSeconds(30));
    time.advance(Duration.ofSeconds(30));
    assertThat(staff.beginAttempt(boss.id(), time.now()).remaining(time.now())).isZero();
  }

  @Test
  void newPinOpensAtOnceAndTheOldOneNoMore() throws Exception {
    Person boss = add("Bình", Role.SUPERVISOR);
    for (int i = 0; i < 5; i++) {
      staff.beginAttempt(boss.id(), time.now());
    }
    staff.setPin(boss.id(), hash("909117"), Actor.of(boss), time.now());

    assertThat(staff.beginAttempt(boss.id(), time.now()).remaining(time.now())).isZero();
    assertThat(staff.pin(boss.id()).orElseThrow().matches(Pin.of("471147"))).isFalse();
    assertThat(staff.pin(boss.id()).orElseThrow().matches(Pin.of("909117"))).isTrue();
  }

  @Test
  void everyChangeIsWrittenDownAndNoPin() throws Exception {
    Person boss = add("Bình", Role.SUPERVISOR);
    Person guard = add("An", Role.GUARD);
    staff.change(guard.id(), Role.TECHNICIAN, true, Actor.of(boss), time.now());
    staff.setPin(guard.id(), hash("909117"), Actor.of(boss), time.now());
    staff.beginAttempt(guard.id(), time.now());
    staff.wrongPin(guard.id(), time.now());

    assertThat(store.books().audit().before(Long.MAX_VALUE, Set.of(), 10))
        .extracting(AuditEntry::event)
        .extracting(e -> e.who().name() + " " + e.kind() + " " + e.details())
        .containsExactly(
            "An WRONG_PIN 1",
            "Bình PEOPLE_CHANGED An (PIN)",
            "Bình PEOPLE_CHANGED An (GUARD) → TECHNICIAN",
            " PEOPLE_CHANGED + An (GUARD)",
            " PEOPLE_CHANGED + Bình (SUPERVISOR)");
    assertThat(store.books().audit().before(Long.MAX_VALUE, Set.of(AuditKind.WRONG_PIN), 10))
        .hasSize(1);
  }
}
