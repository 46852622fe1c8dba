package io.gatehouse.store;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Pin;
import io.gatehouse.parking.people.PinHash;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.shift.Banknote;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.parking.tariff.Tariff;
import io.gatehouse.parking.tariff.TariffPreset;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.GateDay;
import io.gatehouse.support.SamplePassages;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Days on which something is written into every book, by every way that the product has. */
final class BookkeepersDay {

  /** More than one entry of the journal takes. */
  private static final int TABLE = 450;

  private final KioskStore store;
  private final FakeTime time;

  BookkeepersDay(KioskStore store, FakeTime time) {
    this.store = store;
    this.time = time;
  }

  /**
   * Does it all.
   *
   * @param number of the day; one that was not used before
   */
  void run(int number) throws Exception {
    Person supervisor = people(number);
    tariffs();
    lists(number);
    Shift shift = store.books().shifts().begin(supervisor, "Cổng A", time.now());
    vehicles(number, supervisor.name());
    store
        .books()
        .shifts()
        .end(
            shift.id(),
            pass(),
            Optional.of(CashCount.NOTHING.with(Banknote.DONG_5_000, 3)),
            "Thiếu tiền lẻ");
    store.books().shifts().begin(supervisor, "Cổng A", pass());
    store
        .books()
        .audit()
        .append(
            AuditEvent.of(
                pass(), Actor.of(supervisor), AuditKind.BARRIER_BY_HAND, "xe cứu thương"));
    LocalDate day = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    time.advance(Duration.ofDays(1));
    ((H2InsightStore) store.books().insight()).keep(day, day, ZoneOffset.UTC);
  }

  private java.time.Instant pass() {
    time.advance(Duration.ofMinutes(1));
    return time.now();
  }

  private Person people(int number) throws Exception {
    StaffStore staff = store.books().staff();
    Person supervisor =
        staff.add("Bình " + number, Role.SUPERVISOR, pin("471147"), Actor.named(""), pass());
    Person guard =
        staff.add("An " + number, Role.GUARD, pin("258025"), Actor.of(supervisor), pass());
    staff.change(guard.id(), Role.TECHNICIAN, false, Actor.of(supervisor), pass());
    staff.setPin(supervisor.id(), pin("112211"), Actor.of(supervisor), pass());
    staff.beginAttempt(supervisor.id(), pass());
    staff.wrongPin(supervisor.id(), pass());
    return supervisor;
  }

  private static PinHash pin(String digits) {
    return PinHash.of(Pin.of(digits), 10, new SecureRandom());
  }

  private void tariffs() throws StoreException {
    Map<VehicleKind, Tariff> all = new EnumMap<>(VehicleKind.class);
    for (VehicleKind kind : VehicleKind.values()) {
      all.put(kind, TariffPreset.DAY_AND_NIGHT.tariff(kind));
    }
    store.books().tariffs().add(pass().plus(Duration.ofDays(1)), all, "Bình", time.now());
  }

  private void lists(int number) throws StoreException {
    ListStore lists = store.books().lists();
    ListEntry kept = entry(number * 1000, "An");
    ListEntry gone = entry(number * 1000 + 1, "Hoa");
    lists.save(kept, "Bình", pass());
    lists.save(gone, "Bình", pass());
    lists.save(entry(number * 1000, "Lan").withId(kept.id()), "Bình", pass());
    lists.remove(gone.id(), "Bình", pass());
    List<ListEntry> table =
        IntStream.range(2, TABLE).mapToObj(i -> entry(number * 1000 + i, "Công ty")).toList();
    lists.takeIn(table, "Bình", pass());
  }

  static ListEntry entry(int number, String owner) {
    String plate = "29H1%05d".formatted(number);
    return new ListEntry(
        UUID.randomUUID(),
        ListKind.SUBSCRIBER,
        plate,
        plate,
        VehicleKind.MOTORBIKE,
        owner,
        "",
        "",
        LocalDate.of(2026, 1, 1),
        Optional.empty());
  }

  private void vehicles(int number, String guard) throws StoreException {
    GateDay day = new GateDay(store.passages(), time).guardedBy(guard);
    String plate = "59P1%05d".formatted(number * 10);
    String other = "59P1%05d".formatted(number * 10 + 1);
    String ghost = "59P1%05d".formatted(number * 10 + 2);
    String again = "59P1%05d".formatted(number * 10 + 3);
    UUID first = day.enters(plate).id();
    day.by(Outcome.TYPED).enters(other);
    UUID stay = day.by(Outcome.CONFIRMED).enters(ghost).id();
    day.enters(again);
    pass();
    UUID inside = day.enters(again).id();
    day.turnedAway("59P199999");
    day.leaves(plate, 4_000);
    day.losesTicket(other, 50_000, "Bình");
    day.leaves("59P188888", 10_000);
    store
        .passages()
        .correct(
            inside, SamplePassages.plate("59P1%05d".formatted(number * 10 + 4)), guard, pass());
    store.books().stays().end(stay, StayEnd.NOT_FOUND, guard, "không thấy xe", pass());
    store.books().holds().hold(first, "Bình", pass());
    store.books().holds().hold(inside, "Bình", pass());
    store.books().holds().release(first, "Bình", pass());
  }
}
