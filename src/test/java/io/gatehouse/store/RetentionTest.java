package io.gatehouse.store;

import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.insight.ReadingDay;
import io.gatehouse.parking.insight.Totals;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.SamplePassages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

  private static final ZoneId ZONE = ZoneOffset.UTC;
  private static final RetentionPolicy ALONE = new RetentionPolicy(30, 90, false, ZONE);
  private static final RetentionPolicy WITH_CENTRAL = new RetentionPolicy(30, 90, true, ZONE);
  private static final StayChange NOTHING = new StayChange.None();

  @TempDir Path folder;

  private final FakeTime time = new FakeTime(SamplePassages.START);
  private DataFolder data;
  private KioskStore store;

  /** How many passages were stored so far. */
  private int stored;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, time, H2PassageStoreTest::fold);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private UUID store(StayChange stay) throws StoreException {
    return store(stay, SamplePassages.pictures(++stored), time.now());
  }

  private UUID store(StayChange stay, NewPassage.Pictures pictures, Instant at)
      throws StoreException {
    Decision sample = SamplePassages.passage(stored).decision();
    return store
        .passages()
        .record(
            new NewPassage(
                new Decision(sample.proposal(), Outcome.CONFIRMED, sample.plate(), "An", at, ""),
                Direction.IN,
                "Cổng A",
                new FrameStamp(stored, stored, at),
                Optional.of(pictures),
                stay))
        .id();
  }

  private void daysPass(int days) throws StoreException {
    for (int day = 0; day < days; day++) {
      time.advance(Duration.ofDays(1));
    }
  }

  private List<Retention.Step> sweep(RetentionPolicy policy) throws StoreException {
    return walk(store.retention().sweep(policy));
  }

  private static List<Retention.Step> walk(Retention.Sweep sweep) throws StoreException {
    List<Retention.Step> steps = new ArrayList<>();
    do {
      steps.add(sweep.step());
    } while (!steps.getLast().end());
    return steps;
  }

  private void assertWhole(UUID id, int number) throws StoreException {
    NewPassage.Pictures pictures = SamplePassages.pictures(number);
    PassageStore passages = store.passages();
    assertThat(passages.find(id).orElseThrow().plate()).isEqualTo(SamplePassages.plateText(number));
    assertThat(passages.picture(id, PictureSize.FULL)).contains(pictures.full());
    assertThat(passages.picture(id, PictureSize.CROP)).contains(pictures.crop().orElseThrow());
    assertThat(passages.picture(id, PictureSize.THUMBNAIL)).contains(pictures.thumbnail());
    assertThat(passages.reads(id)).hasSize(9);
  }

  private void assertWithoutPictures(UUID id) throws StoreException {
    assertThat(store.passages().find(id)).isPresent();
    for (PictureSize size : PictureSize.values()) {
      assertThat(store.passages().picture(id, size)).isEmpty();
    }
  }

  private void assertGone(UUID id) throws StoreException {
    assertThat(store.passages().find(id)).isEmpty();
    assertThat(store.passages().picture(id, PictureSize.FULL)).isEmpty();
  }

  @Test
  void picturesGoAfterTheirDaysAndPassagesAfterTheirs() throws StoreException {
    UUID old = store(NOTHING);
    daysPass(61);
    UUID middle = store(NOTHING);
    daysPass(30);
    UUID young = store(NOTHING);

    List<Retention.Step> steps = sweep(ALONE);

    assertGone(old);
    assertWhole(middle, 2);
    assertWhole(young, 3);
    assertThat(steps.stream().mapToInt(Retention.Step::pictures).sum()).isEqualTo(3);
    assertThat(steps.stream().mapToInt(Retention.Step::passages).sum()).isEqualTo(1);

    daysPass(1);
    sweep(ALONE);
    assertWithoutPictures(middle);
    assertWhole(young, 3);
  }

  @Test
  void nothingOfARemovedPassageIsLeftButItsMoneyAndItsFigures() throws StoreException {
    UUID entry = store(new StayChange.Opens(VehicleKind.MOTORBIKE));
    time.advance(Duration.ofHours(1));
    UUID exit =
        store(
            new StayChange.Closes(
                entry, VehicleKind.MOTORBIKE, StayEnd.LEFT, Settlement.paid(4_000, "1")));
    store.passages().correct(exit, SamplePassages.plate("29MĐ112345"), "Bình", time.now());
    LocalDate day = LocalDate.ofInstant(time.now(), ZONE);
    ReadingDay before = store.books().insight().reading(day, day, ZONE).getFirst();
    daysPass(91);
    store(NOTHING);

    sweep(ALONE);

    for (String table : List.of("passage", "listing", "outbox", "picture_quality")) {
      assertThat(TestDatabases.count(store, table)).as(table).isEqualTo(1);
    }
    assertThat(TestDatabases.count(store, "correction")).isZero();
    assertThat(TestDatabases.count(store, "plate_end"))
        .as("ends of the one plate that is left")
        .isEqualTo(SamplePassages.plateText(3).length());
    assertThat(TestDatabases.count(store, "picture")).isEqualTo(3);
    assertThat(store.books().stays().find(entry).orElseThrow().settlement())
        .contains(Settlement.paid(4_000, "1"));
    assertThat(store.books().insight().totals(SamplePassages.START, time.now()))
        .isEqualTo(new Totals(1, 1, 4_000));
    assertThat(before.figures().passages()).isEqualTo(2);
    assertThat(store.books().insight().reading(day, day, ZONE)).containsExactly(before);
  }

  @Test
  void aPassageOnHoldStaysWithItsPicturesUntilItIsReleased() throws StoreException {
    UUID held = store(NOTHING);
    UUID other = store(NOTHING);
    Hold hold = store.books().holds().hold(held, "Chị Hoa", time.now());
    daysPass(200);
    sweep(ALONE);

    assertWhole(held, 1);
    assertGone(other);
    assertThat(store.books().holds().find(held)).contains(hold);
    assertThat(walk(store.retention().sweepFullDisk())).noneMatch(Retention.Step::removed);
    assertWhole(held, 1);

    store.books().holds().release(held, "Anh Dũng", time.now());
    sweep(ALONE);
    assertGone(held);
    assertThat(store.books().audit().before(Long.MAX_VALUE, EnumSet.of(AuditKind.HOLD_CHANGED), 10))
        .extracting(entry -> entry.event().who().name())
        .containsExactly("Anh Dũng", "Chị Hoa");
    assertThat(store.books().holds().trace(held))
        .as("who asked for it stays known")
        .containsExactly(
            new Hold(
                "Chị Hoa",
                hold.at(),
                Optional.of(new Hold.Release("Anh Dũng", time.now().truncatedTo(MICROS)))));
  }

  @Test
  void theEntryOfAVehicleThatIsInsideStaysWithItsPictures() throws StoreException {
    UUID entry = store(new StayChange.Opens(VehicleKind.CAR));
    daysPass(100);
    UUID young = store(NOTHING);
    sweep(ALONE);

    assertWhole(entry, 1);
    assertWhole(young, 2);

    store.books().stays().end(entry, StayEnd.NOT_FOUND, "An", "", time.now());
    sweep(ALONE);
    assertGone(entry);
  }

  @Test
  void whatTheCentralHasNotGotStays() throws StoreException {
    UUID waiting = store(NOTHING);
    UUID sent = store(NOTHING);
    UUID corrected = store(NOTHING);
    store.passages().correct(corrected, SamplePassages.plate("29MĐ112345"), "Bình", time.now());
    store
        .database()
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                "UPDATE outbox SET state = 'SENT' WHERE event_id IN (?, ?)", sent, corrected));
    daysPass(100);
    sweep(WITH_CENTRAL);

    assertWhole(waiting, 1);
    assertGone(sent);
    assertThat(store.passages().corrections(corrected)).hasSize(1);
    assertThat(store.passages().picture(corrected, PictureSize.FULL))
        .contains(SamplePassages.fullPicture(3));

    sweep(ALONE);
    assertGone(waiting);
    assertGone(corrected);
  }

  @Test
  void onAFullDiskPicturesGoAndPassagesStay() throws StoreException {
    UUID inside = store(new StayChange.Opens(VehicleKind.CAR));
    UUID held = store(NOTHING);
    store.books().holds().hold(held, "Chị Hoa", time.now());
    daysPass(2);
    UUID young = store(NOTHING);

    walk(store.retention().sweepFullDisk());

    assertWithoutPictures(inside);
    assertWhole(held, 2);
    assertWhole(young, 3);
  }

  @Test
  void aPictureThatAYoungPassageHasTooStays() throws StoreException {
    NewPassage.Pictures same = SamplePassages.pictures(1);
    stored = 1;
    UUID old = store(NOTHING, same, time.now());
    daysPass(25);
    UUID young = store(NOTHING, same, time.now());
    daysPass(10);
    sweep(ALONE);

    assertWhole(young, 1);

    daysPass(30);
    sweep(ALONE);
    assertWithoutPictures(young);
    assertWithoutPictures(old);
    assertThat(TestDatabases.count(store, "picture")).isZero();
    assertThat(TestDatabases.count(store, "shared_picture")).isZero();
  }

  @Test
  void aPictureThatAPassageOnHoldHasTooStays() throws StoreException {
    NewPassage.Pictures same = SamplePassages.pictures(1);
    stored = 1;
    UUID held = store(NOTHING, same, time.now());
    UUID other = store(NOTHING, same, time.now());
    store.books().holds().hold(held, "Chị Hoa", time.now());
    daysPass(100);
    sweep(ALONE);

    assertWhole(held, 1);
    assertGone(other);
  }

  @Test
  void aClockThatJumpsAYearRemovesNothing() throws StoreException {
    UUID passage = store(NOTHING);
    sweep(ALONE);
    time.setWallClock(time.now().plus(Duration.ofDays(365)));
    UUID wrong = store(NOTHING);
    time.advance(Duration.ofHours(6));
    sweep(ALONE);

    assertWhole(passage, 1);
    assertWhole(wrong, 2);
  }

  @Test
  void aPassageStoredWhileTheClockWasBehindIsNotOld() throws StoreException {
    daysPass(1);
    store(NOTHING);
    Instant right = time.now();
    time.setWallClock(Instant.parse("2020-01-01T00:00:00Z"));
    UUID behind = store(NOTHING);
    time.setWallClock(right);
    sweep(ALONE);

    assertWhole(behind, 2);
  }

  @Test
  void whatWasRemovedIsNotTakenForLostAtTheNextStart() throws StoreException {
    UUID old = store(NOTHING);
    store.passages().correct(old, SamplePassages.plate("29MĐ112345"), "Bình", time.now());
    daysPass(91);
    UUID young = store(NOTHING);
    sweep(ALONE);
    close();
    open();

    assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
    assertGone(old);
    assertWhole(young, 2);
  }

  @Test
  void aStepRemovesAFewAndPassagesAreStoredBetweenTwo() throws StoreException {
    List<UUID> old = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      old.add(store(NOTHING));
    }
    daysPass(100);
    Retention.Sweep sweep = store.retention().sweep(ALONE);
    List<UUID> young = new ArrayList<>();
    Retention.Step step;
    do {
      step = sweep.step();
      assertThat(step.passages()).isLessThanOrEqualTo(10);
      assertThat(step.pictures()).isLessThanOrEqualTo(30);
      young.add(store(NOTHING));
    } while (!step.end());

    for (UUID id : old) {
      assertGone(id);
    }
    for (int i = 0; i < young.size(); i++) {
      assertWhole(young.get(i), 121 + i);
    }
  }
}
