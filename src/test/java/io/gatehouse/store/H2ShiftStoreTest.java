package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Pin;
import io.gatehouse.parking.people.PinHash;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.shift.Banknote;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.parking.shift.ShiftTotals;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.GateDay;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2ShiftStoreTest {

  @TempDir Path folder;

  private final FakeTime time = new FakeTime();
  private DataFolder data;
  private KioskStore store;
  private ShiftStore shifts;
  private GateDay day;
  private Person binh;
  private Person an;

  @BeforeEach
  void open() throws Exception {
    openStore();
    binh = add("Trần Thị Bình", Role.SUPERVISOR);
    an = add("Nguyễn Văn An", Role.GUARD);
  }

  private void openStore() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, time, text -> text);
    shifts = store.books().shifts();
    day = new GateDay(store.passages(), time);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private Person add(String name, Role role) throws Exception {
    PinHash pin = PinHash.of(Pin.of("471147"), 10, new SecureRandom());
    return store.books().staff().add(name, role, pin, Actor.named(""), time.now());
  }

  private Shift begin(Person person) throws StoreException {
    return shifts.begin(person, "Cổng A", time.now());
  }

  private ShiftTotals totals(Shift shift) throws StoreException {
    return shifts.report(shift.id()).orElseThrow().totals();
  }

  @Test
  void countsWhatItsGuardDid() throws StoreException {
    day.guardedBy(an.name()).enters("59P168480");
    Shift shift = begin(an);
    day.enters("59P168481");
    day.leaves("59P168480", 5_000);
    day.leavesFree("59P168481", 3_000, binh.name());
    day.losesTicket("59P168499", 50_000, binh.name());
    day.turnedAway("59P168455");
    day.guardedBy("auto").passesAlone("59P168477", Direction.IN);
    day.guardedBy(binh.name()).leaves("59P168477", 9_000);

    assertThat(totals(shift)).isEqualTo(new ShiftTotals(2, 3, 1, 1, 55_000, 1, 1, 3));
    assertThat(shifts.report(shift.id()).orElseThrow().overrides())
        .extracting(AuditEntry::event)
        .extracting(e -> e.kind() + " " + e.amountDong().orElse(null) + " " + e.approvedBy())
        .containsExactly(
            "FREE_PASS 3000 Trần Thị Bình", "LOST_TICKET 50000 Trần Thị Bình", "TURNED_AWAY null ");
  }

  @Test
  void barrierOpenedByHandIsAnOverride() throws StoreException {
    Shift shift = begin(an);
    Actor who = Actor.of(an);
    AuditEvent opened =
        AuditEvent.of(time.now(), who, AuditKind.BARRIER_BY_HAND, "Emergency")
            .approvedBy(binh.name());
    store.books().audit().append(opened);
    store
        .books()
        .audit()
        .append(AuditEvent.of(time.now(), who, AuditKind.BARRIER_FAILED, "no answer"));

    assertThat(totals(shift).overrides()).isEqualTo(1);
    assertThat(shifts.report(shift.id()).orElseThrow().overrides())
        .extracting(AuditEntry::event)
        .containsExactly(opened);
  }

  @Test
  void whoSlippedThroughIsAmongWhatTheOwnerLooksAt() throws StoreException {
    Shift shift = begin(an);
    AuditEvent more =
        AuditEvent.of(time.now(), Actor.named(""), AuditKind.MORE_THAN_OPENED, "2 > 1");
    store.books().audit().append(more);

    assertThat(totals(shift).overrides()).isEqualTo(1);
    assertThat(shifts.report(shift.id()).orElseThrow().overrides())
        .extracting(AuditEntry::event)
        .containsExactly(more);
  }

  @Test
  void whatItAddsUpToIsFixedAtItsEnd() throws StoreException {
    Shift shift = begin(an);
    day.guardedBy(an.name()).enters("59P168480");
    day.leaves("59P168480", 5_000);
    time.advance(Duration.ofHours(8));
    CashCount counted = CashCount.NOTHING.with(Banknote.DONG_2_000, 2);
    ShiftReport report = shifts.end(shift.id(), time.now(), Optional.of(counted), "1k missing");
    day.enters("59P168481");
    close();
    openStore();

    ShiftReport again = shifts.report(shift.id()).orElseThrow();
    assertThat(again).isEqualTo(report);
    assertThat(again.totals().in()).isEqualTo(1);
    assertThat(again.totals().cashDong()).isEqualTo(5_000);
    assertThat(again.differenceDong()).contains(-1_000L);
    assertThat(again.shift().closing().orElseThrow().remark()).isEqualTo("1k missing");
    assertThat(shifts.open()).isEmpty();
    assertThat(shifts.ended(0, 10)).extracting(r -> r.totals()).containsExactly(report.totals());
  }

  @Test
  void floatIsKeptOnceAndCountsWithWhatWasTaken() throws StoreException {
    Shift shift = begin(an);
    CashCount inDrawer = CashCount.NOTHING.with(Banknote.DONG_50_000, 4);
    assertThat(shifts.openWith(shift.id(), inDrawer, time.now()).opening()).contains(inDrawer);
    CashCount more = inDrawer.with(Banknote.DONG_500_000, 1);
    assertThat(shifts.openWith(shift.id(), more, time.now()).opening()).contains(inDrawer);
    day.guardedBy(an.name()).enters("59P168480");
    day.leaves("59P168480", 5_000);
    close();
    openStore();

    assertThat(shifts.open().orElseThrow().openingDong()).isEqualTo(200_000);
    CashCount counted = inDrawer.with(Banknote.DONG_2_000, 2);
    ShiftReport report = shifts.end(shift.id(), time.now(), Optional.of(counted), "");
    assertThat(report.drawerDong()).isEqualTo(205_000);
    assertThat(report.differenceDong()).contains(-1_000L);
    assertThat(shifts.openWith(shift.id(), more, time.now()).openingDong()).isEqualTo(200_000);
    assertThat(store.books().audit().before(Long.MAX_VALUE, Set.of(AuditKind.FLOAT_COUNTED), 10))
        .extracting(row -> row.event().who() + " " + row.event().amountDong().orElseThrow())
        .containsExactly(Actor.of(an) + " 200000");
  }

  @Test
  void clockSetBackMovesNothingIntoAnotherShift() throws StoreException {
    Shift first = begin(an);
    day.guardedBy(an.name()).enters("59P168480");
    shifts.end(first.id(), time.now(), Optional.empty(), "");
    time.advance(Duration.ofHours(1));
    Shift second = begin(an);
    time.setWallClock(time.now().minus(Duration.ofHours(3)));
    day.leaves("59P168480", 7_000);
    shifts.end(second.id(), time.now(), Optional.of(CashCount.NOTHING), "");

    assertThat(totals(first).cashDong()).isZero();
    assertThat(totals(second).cashDong()).isEqualTo(7_000);
    Shift ended = shifts.report(second.id()).orElseThrow().shift();
    assertThat(ended.closing().orElseThrow().at()).isEqualTo(ended.beganAt());
  }

  @Test
  void shiftGoesOnAfterARestartAndSignInOfTheSame() throws StoreException {
    Shift shift = begin(an);
    close();
    openStore();

    assertThat(shifts.open()).contains(shift);
    assertThat(begin(an)).isEqualTo(shift);
  }

  @Test
  void relievedGuardsShiftEndsUncounted() throws StoreException {
    Shift first = begin(an);
    Shift second = begin(binh);

    assertThat(shifts.open()).contains(second);
    ShiftReport ended = shifts.report(first.id()).orElseThrow();
    assertThat(ended.shift().closing().orElseThrow().counted()).isEmpty();
    assertThat(ended.differenceDong()).isEmpty();
    assertThat(shifts.end(first.id(), time.now(), Optional.of(CashCount.NOTHING), ""))
        .isEqualTo(ended);
  }

  @Test
  void signInAndSignOutStandInTheTrail() throws StoreException {
    Shift shift = begin(an);
    shifts.end(shift.id(), time.now(), Optional.of(CashCount.NOTHING), "");

    List<AuditEntry> rows =
        store
            .books()
            .audit()
            .before(Long.MAX_VALUE, Set.of(AuditKind.SIGN_IN, AuditKind.SIGN_OUT), 10);
    assertThat(rows)
        .extracting(row -> row.event().kind() + " " + row.event().who())
        .containsExactly("SIGN_OUT " + Actor.of(an), "SIGN_IN " + Actor.of(an));
  }

  @Test
  void overrideIsWrittenWithTheRoleOfTheOneOnDuty() throws StoreException {
    begin(an);
    day.guardedBy(an.name()).by(Outcome.TYPED).enters("59P168480");

    assertThat(store.books().audit().before(Long.MAX_VALUE, Set.of(AuditKind.PLATE_TYPED), 1))
        .extracting(row -> row.event().who())
        .containsExactly(Actor.of(an));
  }
}
