package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.plate.Confusions;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.SamplePassages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2StayStoreTest {

  private static final Instant MORNING = Instant.parse("2026-03-02T00:12:00Z");
  private static final Settlement PAID = Settlement.paid(4_000, "t1");

  @TempDir Path folder;

  private DataFolder data;
  private KioskStore store;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, new FakeTime(), Confusions::fold);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  @Test
  void anEntryOpensAStayAndAnExitClosesIt() throws StoreException {
    Passage in = enter("59P112345", MORNING);
    Stay open = stays().open("59P112345").orElseThrow();
    Passage out = leave(open, MORNING.plus(Duration.ofMinutes(149)));

    assertThat(open.id()).isEqualTo(in.id());
    assertThat(open.entry()).contains(in.id());
    assertThat(open.enteredAt()).isEqualTo(MORNING);
    assertThat(open.isOpen()).isTrue();
    Stay left = stays().ofPassage(out.id()).orElseThrow();
    assertThat(left.id()).isEqualTo(in.id());
    assertThat(left.exit()).contains(out.id());
    assertThat(left.end()).contains(StayEnd.LEFT);
    assertThat(left.settlement()).contains(PAID);
    assertThat(left.duration(Instant.MAX)).isEqualTo(Duration.ofMinutes(149));
    assertThat(stays().open("59P112345")).isEmpty();
    assertThat(stays().ofPassage(in.id())).contains(left);
  }

  @Test
  void theSamePlateAgainEndsTheOldStayAndLeavesATrace() throws StoreException {
    Passage first = enter("59P112345", MORNING);
    Passage second = enter("59P112345", MORNING.plusSeconds(3600));

    Stay ended = stays().find(first.id()).orElseThrow();
    assertThat(ended.end()).contains(StayEnd.SUPERSEDED);
    assertThat(ended.endedAt()).contains(MORNING.plusSeconds(3600));
    assertThat(ended.settlement()).isEmpty();
    assertThat(stays().open("59P112345").orElseThrow().id()).isEqualTo(second.id());
    assertThat(stays().occupancy()).containsEntry(VehicleKind.MOTORBIKE, 1L);
  }

  @Test
  void theDatabaseItselfAllowsOneOpenStayAPlateOnly() throws StoreException {
    enter("59P112345", MORNING);

    assertThatThrownBy(() ->
            store
                .database()
                .jdbi()
                .useHandle(handle ->
                    handle.execute(
                        """
                        INSERT INTO stay (id, plate, display, head, tail, kind, entered_at)
                        VALUES (RANDOM_UUID(), '59P112345', '', '', '', 'CAR', NOW())
                        """)))
        .hasMessageContaining("STAY_OPEN_ONCE");
  }

  @Test
  void anExitOfAStayThatEndedMeanwhileKeepsItsCash() throws StoreException {
    enter("59P112345", MORNING);
    Stay open = stays().open("59P112345").orElseThrow();
    leave(open, MORNING.plusSeconds(600));
    Passage again = leave(open, MORNING.plusSeconds(700));

    Stay kept = stays().ofPassage(again.id()).orElseThrow();
    assertThat(kept.id()).isEqualTo(again.id());
    assertThat(kept.end()).contains(StayEnd.NO_ENTRY);
    assertThat(kept.settlement()).contains(PAID);
    assertThat(stays().find(open.id()).orElseThrow().endedAt()).contains(MORNING.plusSeconds(600));
  }

  @Test
  void anExitWithoutEntryIsAnEndedStay() throws StoreException {
    Settlement lost =
        new Settlement(50_000, 50_000, Settlement.Method.CASH, "t1", "Bình", "mất vé");
    Passage out =
        record(
            "59P112345",
            Direction.OUT,
            MORNING,
            new StayChange.WithoutEntry(VehicleKind.MOTORBIKE, StayEnd.LOST_TICKET, lost));

    Stay stay = stays().ofPassage(out.id()).orElseThrow();
    assertThat(stay.end()).contains(StayEnd.LOST_TICKET);
    assertThat(stay.entry()).isEmpty();
    assertThat(stay.settlement()).contains(lost);
    assertThat(stays().inside(Optional.empty(), "", 0, 10)).isEmpty();
  }

  @Test
  void aClockSetBackGivesNoNegativeStay() throws StoreException {
    enter("59P112345", MORNING);
    Stay open = stays().open("59P112345").orElseThrow();
    Passage out = leave(open, MORNING.minusSeconds(3600));

    Stay left = stays().ofPassage(out.id()).orElseThrow();
    assertThat(left.endedAt()).contains(MORNING);
    assertThat(left.duration(Instant.MAX)).isEqualTo(Duration.ZERO);
  }

  @Test
  void aCorrectedEntryIsInsideUnderItsRightPlate() throws StoreException {
    Passage wrong = enter("59P112346", MORNING);
    Passage there = enter("59P112345", MORNING.plusSeconds(60));
    store
        .passages()
        .correct(wrong.id(), SamplePassages.plate("59P112345"), "An", MORNING.plusSeconds(120));

    assertThat(stays().open("59P112345").orElseThrow().id()).isEqualTo(wrong.id());
    assertThat(stays().open("59P112346")).isEmpty();
    assertThat(stays().find(there.id()).orElseThrow().end()).contains(StayEnd.SUPERSEDED);
  }

  @Test
  void staysWithinOneErrorAreFound() throws StoreException {
    enter("59P112345", MORNING);
    enter("59P198765", MORNING.plusSeconds(1));
    enter("30A12345", MORNING.plusSeconds(2));

    assertThat(stays().openLike("59P112345", 10).getFirst().plate()).isEqualTo("59P112345");
    assertThat(stays().openLike("59P112845", 10)).extracting(Stay::plate).contains("59P112345");
    assertThat(stays().openLike("59P11234", 10)).extracting(Stay::plate).contains("59P112345");
    assertThat(stays().openLike("5P112345", 10)).extracting(Stay::plate).contains("59P112345");
    assertThat(stays().openLike("59P112395", 10)).extracting(Stay::plate).contains("59P112345");
    assertThat(stays().openLike("59P112347", 10)).extracting(Stay::plate).contains("59P112345");
    assertThat(stays().openLike("59P1123435", 10)).extracting(Stay::plate).contains("59P112345");
    assertThat(stays().openLike("59PI12345", 10)).extracting(Stay::plate).contains("59P112345");
    assertThat(stays().openLike("77H55555", 10)).isEmpty();
  }

  @Test
  void whoIsInsideIsListedLongestFirst() throws StoreException {
    enter("59P112345", MORNING.plusSeconds(5));
    enter("30A12345", MORNING);
    enter("59P198765", MORNING.plusSeconds(9));

    assertThat(stays().inside(Optional.empty(), "", 0, 2))
        .extracting(Stay::plate)
        .containsExactly("30A12345", "59P112345");
    assertThat(stays().inside(Optional.empty(), "", 2, 2))
        .extracting(Stay::plate)
        .containsExactly("59P198765");
    assertThat(stays().inside(Optional.of(VehicleKind.CAR), "", 0, 9))
        .extracting(Stay::plate)
        .containsExactly("30A12345");
    assertThat(stays().inside(Optional.empty(), "P198", 0, 9))
        .extracting(Stay::plate)
        .containsExactly("59P198765");
  }

  @Test
  void aGhostIsEndedWithItsReasonAndOnlyOnce() throws StoreException {
    Passage in = enter("59P112345", MORNING);
    Instant round = MORNING.plusSeconds(86_400);

    Stay ended = stays().end(in.id(), StayEnd.NOT_FOUND, "An", "kiểm bãi", round);
    Stay again = stays().end(in.id(), StayEnd.SUPERSEDED, "Bình", "", round.plusSeconds(9));

    assertThat(ended.end()).contains(StayEnd.NOT_FOUND);
    assertThat(ended.endedAt()).contains(round);
    assertThat(again).isEqualTo(ended);
    assertThatThrownBy(() -> stays().end(UUID.randomUUID(), StayEnd.NOT_FOUND, "An", "", round))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void staysComeBackFromTheJournalWhenTheDatabaseIsLost() throws StoreException, IOException {
    enter("59P112345", MORNING);
    leave(stays().open("59P112345").orElseThrow(), MORNING.plusSeconds(900));
    Passage inside = enter("30A12345", MORNING.plusSeconds(1000));
    Stay ended = stays().ended(MORNING, MORNING.plusSeconds(3600)).getFirst();
    store.close();
    Files.write(data.databaseFile(), new byte[4096]);
    store = KioskStore.open(data, new FakeTime(), Confusions::fold);

    assertThat(store.recovery().happened()).isTrue();
    assertThat(stays().ended(MORNING, MORNING.plusSeconds(3600))).containsExactly(ended);
    assertThat(stays().open("30A12345").orElseThrow().id()).isEqualTo(inside.id());
  }

  private StayStore stays() {
    return store.books().stays();
  }

  private Passage enter(String plate, Instant at) throws StoreException {
    VehicleKind kind = plate.startsWith("30A") ? VehicleKind.CAR : VehicleKind.MOTORBIKE;
    return record(plate, Direction.IN, at, new StayChange.Opens(kind));
  }

  private Passage leave(Stay stay, Instant at) throws StoreException {
    return record(
        stay.plate(),
        Direction.OUT,
        at,
        new StayChange.Closes(stay.id(), stay.kind(), StayEnd.LEFT, PAID));
  }

  private Passage record(String plate, Direction direction, Instant at, StayChange change)
      throws StoreException {
    Decision decision =
        new Decision(
            Optional.empty(), Outcome.TYPED, SamplePassages.plate(plate), "Nguyễn Văn An", at, "");
    FrameStamp frame = new FrameStamp(1, 1, at);
    return store
        .passages()
        .record(new NewPassage(decision, direction, "Cổng A", frame, Optional.empty(), change));
  }
}
