package io.gatehouse.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.common.Threads;
import io.gatehouse.day.DayPlan.Event;
import io.gatehouse.day.DayPlan.Oddity;
import io.gatehouse.day.DayPlan.Vehicle;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.audit.AuditCheck;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.gate.ExitCandidate;
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
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.plate.Confusions;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.FakeTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole day at a gate with two lanes: misreads, vehicles seen twice, lost tickets, other guards,
 * power cuts and a clock that is set. At its end the books agree with an honest bookkeeper's to the
 * last đồng.
 */
class DayTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant BEGIN = Instant.parse("2026-03-01T23:00:00Z");
  private static final int VEHICLES = 3_000;
  private static final int POWER_CUTS = 3;
  private static final List<String> GUARDS =
      List.of("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường");

  @TempDir Path folder;

  private final FakeTime time = new FakeTime(BEGIN);
  private final List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
  private final Threads threads = new Threads((thread, failure) -> uncaught.add(failure));
  private int starts;
  private DataFolder data;
  private KioskStore store;
  private SimulatedLane in;
  private SimulatedLane out;
  private Ledger ledger;
  private final List<ShiftReport> reports = new ArrayList<>();
  private String guard = GUARDS.getFirst();

  @Test
  @Timeout(600)
  void theBooksAgreeToTheLastDong() throws Exception {
    List<Event> events = DayPlan.of(VEHICLES, BEGIN, 20260302);
    start(folder.resolve("day-0"));
    ledger = new Ledger(store.books().tariffs().book(), ZONE);
    employ();
    begin();
    subscribe(events);
    try {
      int done = 0;
      for (Event event : events) {
        Duration wait = Duration.between(time.now(), event.at());
        if (wait.isPositive()) {
          time.advance(wait);
        }
        if (event.entry()) {
          enters(event.vehicle());
        } else {
          leaves(event.vehicle());
        }
        between(++done, events.size());
      }
      end();
      agree(events);
      agreeByShifts();
    } finally {
      stop();
    }
    assertThat(uncaught).isEmpty();
  }

  /** Power cuts, a clock that is set, the next guard. */
  private void between(int done, int all) throws Exception {
    if (done % (all / (POWER_CUTS + 1)) == 0 && done < all) {
      powerCut();
    }
    if (done == all / 3) {
      time.setWallClock(time.now().minusSeconds(90));
      handOver("Trần Thị Bình");
    }
    if (done == 2 * all / 3) {
      time.setWallClock(time.now().plusSeconds(300));
      handOver("Lê Văn Cường");
    }
  }

  /** The three guards, and the supervisor without whom there can be none. */
  private void employ() throws Exception {
    PinHash pin = PinHash.of(Pin.of("246801"), 1_000, new SecureRandom());
    Actor owner = Actor.named("Hoa");
    store.books().staff().add("Hoa", Role.SUPERVISOR, pin, owner, time.now());
    for (String name : GUARDS) {
      store.books().staff().add(name, Role.GUARD, pin, owner, time.now());
    }
  }

  private void begin() throws StoreException {
    Person person =
        store.books().staff().people().stream()
            .filter(each -> each.name().equals(guard))
            .findFirst()
            .orElseThrow();
    store.books().shifts().begin(person, "Cổng", time.now());
  }

  /** The guard counts what he took, to the last note. */
  private void end() throws StoreException {
    long cash = ledger.cash().getOrDefault(guard, 0L);
    int notes = (int) (cash / Banknote.DONG_1_000.dong());
    CashCount counted = CashCount.NOTHING.with(Banknote.DONG_1_000, notes);
    Shift shift = store.books().shifts().open().orElseThrow();
    ShiftReport report =
        store.books().shifts().end(shift.id(), time.now(), Optional.of(counted), "");

    assertThat(report.shift().guard()).isEqualTo(guard);
    assertThat(report.totals().cashDong()).isEqualTo(cash).isPositive();
    assertThat(report.differenceDong()).contains(0L);
    reports.add(report);
  }

  private void handOver(String next) throws StoreException {
    end();
    guard = next;
    begin();
  }

  private void enters(Vehicle vehicle) throws Exception {
    boolean misread =
        vehicle.oddity() == Oddity.ENTRY_CORRECTED || vehicle.oddity() == Oddity.ENTRY_MISREAD;
    PendingVehicle seen = in.comes(misread ? vehicle.misread() : vehicle.plate());
    if (vehicle.oddity() == Oddity.DENIED) {
      reject(seen);
      ledger.turnedAway();
    } else {
      boolean noticed = vehicle.oddity() != Oddity.ENTRY_MISREAD;
      String noted = noticed ? vehicle.plate() : vehicle.misread();
      ledger.cameIn(answer(in.lane().confirm(seen.proposal().vehicle(), noted, guard)));
    }
    in.leaves();
    if (vehicle.oddity() == Oddity.SEEN_TWICE) {
      in.rollsBack(vehicle.plate());
      assertThat(in.lane().state().current()).as("a second proposal").isEmpty();
      in.leaves();
    }
  }

  private void reject(PendingVehicle seen) throws Exception {
    answer(in.lane().reject(seen.proposal().vehicle(), "", guard));
  }

  private void leaves(Vehicle vehicle) throws Exception {
    boolean misread = vehicle.oddity() == Oddity.EXIT_MISREAD;
    PendingVehicle seen = out.comes(misread ? vehicle.misread() : vehicle.plate());
    long id = seen.proposal().vehicle();
    String read = seen.proposal().plate().text();
    Assessment.Exit exit = (Assessment.Exit) out.lane().assess(id, read).get(20, TimeUnit.SECONDS);
    String noted = vehicle.oddity() == Oddity.ENTRY_MISREAD ? vehicle.misread() : vehicle.plate();
    switch (vehicle.oddity()) {
      case NO_ENTRY -> {
        assertThat(exit.match()).isEmpty();
        answer(out.lane().confirm(id, read, Optional.of(unknown(exit, 0)), guard));
        ledger.wentOutUnknown(guard, 0);
      }
      case LOST_TICKET -> {
        long price = exit.lostTicketDong();
        ExitCandidate own = candidate(exit, noted);
        Settlement lost =
            new Settlement(price, price, Settlement.Method.CASH, exit.tariff(), "Hoa", "mất vé");
        answer(
            out.lane()
                .confirm(
                    id,
                    noted,
                    Optional.of(
                        new StayChange.Closes(
                            own.stay().id(), own.stay().kind(), StayEnd.LOST_TICKET, lost)),
                    guard));
        ledger.wentOut(noted, guard, price);
      }
      case FREE_PASS -> {
        StayChange free = candidate(exit, noted).freePass("Hoa", "khách của chủ bãi");
        answer(out.lane().confirm(id, noted, Optional.of(free), guard));
        ledger.wentOut(noted, guard, 0);
      }
      default -> {
        ExitCandidate own = candidate(exit, noted);
        Passage left = answer(out.lane().confirm(id, noted, Optional.of(own.paid()), guard));
        boolean free = vehicle.subscriber() && noted.equals(vehicle.plate());
        long owed = free ? 0 : ledger.owes(noted, seen.proposal().picture().capturedAt());
        assertThat(own.dueDong()).as(noted + " at " + left.capturedAt()).isEqualTo(owed);
        ledger.wentOut(noted, guard, owed);
      }
    }
    out.leaves();
  }

  private static ExitCandidate candidate(Assessment.Exit exit, String plate) {
    return exit.candidates().stream()
        .filter(candidate -> candidate.stay().plate().equals(plate))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(plate + " is not among the candidates for " + exit.plate()));
  }

  private static StayChange unknown(Assessment.Exit exit, long paid) {
    return new StayChange.WithoutEntry(
        exit.kind(),
        StayEnd.NO_ENTRY,
        new Settlement(
            paid, paid, Settlement.Method.NOTHING_DUE, exit.tariff(), "", "vào trước khi bật máy"));
  }

  private void agree(List<Event> events) throws StoreException {
    List<Stay> ended =
        store.books().stays().ended(BEGIN.minusSeconds(86_400), BEGIN.plusSeconds(200_000));
    List<Stay> left = ended.stream().filter(stay -> stay.exit().isPresent()).toList();
    long cash =
        left.stream().flatMap(s -> s.settlement().stream()).mapToLong(Settlement::paidDong).sum();
    List<Stay> open = store.books().stays().inside(Optional.empty(), "", 0, VEHICLES);

    assertThat(cash)
        .isEqualTo(ledger.cash().values().stream().mapToLong(Long::longValue).sum())
        .isPositive();
    assertThat(left).hasSize(ledger.exits());
    assertThat(open)
        .extracting(Stay::plate)
        .containsExactlyInAnyOrderElementsOf(ledger.inside().keySet());
    assertThat(store.books().stays().occupancy())
        .containsEntry(VehicleKind.MOTORBIKE, (long) ledger.inside().size());
    assertThat(store.passages().search(PassageQuery.newest(1)).total())
        .isEqualTo(ledger.passages());
    assertThat(ended.stream().filter(s -> s.end().equals(Optional.of(StayEnd.SUPERSEDED))))
        .hasSize((int) count(events, Oddity.LEFT_UNSEEN));
    assertThat(left.stream().filter(s -> s.end().equals(Optional.of(StayEnd.LOST_TICKET))))
        .hasSize((int) count(events, Oddity.LOST_TICKET));
    assertThat(starts).isEqualTo(POWER_CUTS + 1);
  }

  private void agreeByShifts() throws StoreException {
    assertThat(reports).hasSize(GUARDS.size());
    assertThat(reports.stream().mapToLong(r -> r.totals().out()).sum()).isEqualTo(ledger.exits());
    assertThat(reports.stream().mapToLong(r -> r.totals().in()).sum()).isEqualTo(ledger.entries());
    assertThat(reports.stream().mapToLong(r -> r.totals().cashDong()).sum())
        .isEqualTo(ledger.cash().values().stream().mapToLong(Long::longValue).sum());
    assertThat(store.books().audit().verify()).isInstanceOf(AuditCheck.Sound.class);
  }

  private static long count(List<Event> events, Oddity oddity) {
    return events.stream().filter(e -> !e.entry() && e.vehicle().oddity() == oddity).count();
  }

  private void subscribe(List<Event> events) throws StoreException {
    List<ListEntry> entries =
        events.stream()
            .map(Event::vehicle)
            .filter(Vehicle::subscriber)
            .distinct()
            .map(vehicle ->
                new ListEntry(
                    UUID.randomUUID(),
                    ListKind.SUBSCRIBER,
                    vehicle.plate(),
                    vehicle.plate(),
                    VehicleKind.MOTORBIKE,
                    "",
                    "",
                    "",
                    LocalDate.of(2026, 1, 1),
                    Optional.of(LocalDate.of(2026, 3, 31))))
            .toList();
    store.books().lists().takeIn(entries, "Hoa", BEGIN);
  }

  private <T> T answer(java.util.concurrent.CompletableFuture<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  /** The files as they are at this moment are all that is left. */
  private void powerCut() throws Exception {
    Path left = folder.resolve("day-" + starts);
    copy(data.root(), left);
    stop();
    start(left);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private void start(Path where) throws Exception {
    starts++;
    data = DataFolder.open(where);
    store = KioskStore.open(data, time, Confusions::fold);
    in = new SimulatedLane("Cổng vào", Direction.IN, store, time, ZONE, threads);
    out = new SimulatedLane("Cổng ra", Direction.OUT, store, time, ZONE, threads);
  }

  private void stop() {
    in.close();
    out.close();
    store.close();
    data.close();
  }
}
