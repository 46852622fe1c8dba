package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.insight.BusinessDay;
import io.gatehouse.parking.insight.HourFigures;
import io.gatehouse.parking.insight.Light;
import io.gatehouse.parking.insight.Misread;
import io.gatehouse.parking.insight.PictureQuality;
import io.gatehouse.parking.insight.ReadingDay;
import io.gatehouse.parking.insight.Tally;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightStoreTest {

  private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  /** Midnight at the site. */
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T17:00:00Z");

  @TempDir Path folder;

  private final FakeTime time = new FakeTime(MIDNIGHT);
  private DataFolder data;
  private KioskStore store;
  private int number;

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

  private Instant at(int hour, int minute) {
    return MIDNIGHT.plus(Duration.ofMinutes(hour * 60L + minute));
  }

  private Passage pass(
      Instant at, Direction way, Outcome outcome, String plate, StayChange stay, float grey)
      throws StoreException {
    number++;
    NewPassage sample = SamplePassages.passage(number, SamplePassages.plateText(number), outcome);
    Decision decision = sample.decision();
    NewPassage.Pictures pictures = sample.pictures().orElseThrow();
    return store
        .passages()
        .record(
            new NewPassage(
                new Decision(
                    decision.proposal(),
                    outcome,
                    SamplePassages.plate(plate.isEmpty() ? decision.plate().text() : plate),
                    "An",
                    at,
                    ""),
                way,
                "Cổng A",
                new FrameStamp(number, number, at),
                Optional.of(
                    new NewPassage.Pictures(
                        pictures.full(),
                        pictures.crop(),
                        pictures.thumbnail(),
                        Optional.of(new PictureQuality(0.1f, grey)))),
                stay));
  }

  private UUID in(Instant at) throws StoreException {
    return pass(
            at,
            Direction.IN,
            Outcome.CONFIRMED,
            "",
            new StayChange.Opens(VehicleKind.MOTORBIKE),
            120)
        .id();
  }

  private void out(Instant at, UUID stay, long paid) throws StoreException {
    pass(
        at,
        Direction.OUT,
        Outcome.CONFIRMED,
        "",
        new StayChange.Closes(
            stay, VehicleKind.MOTORBIKE, StayEnd.LEFT, Settlement.paid(paid, "1")),
        120);
  }

  private BusinessDay business(LocalDate day) throws StoreException {
    return store.books().insight().business(day, day, SAIGON).getFirst();
  }

  private ReadingDay reading(LocalDate day) throws StoreException {
    return store.books().insight().reading(day, day, SAIGON).getFirst();
  }

  @Test
  void comingGoingAndPayingAreCountedByTheHourOfTheSite() throws StoreException {
    UUID first = in(at(7, 5));
    UUID second = in(at(7, 50));
    in(at(8, 0));
    out(at(9, 10), first, 4_000);
    out(at(9, 20), second, 6_000);
    pass(
        at(9, 30),
        Direction.OUT,
        Outcome.CONFIRMED,
        "",
        new StayChange.WithoutEntry(
            VehicleKind.CAR, StayEnd.NO_ENTRY, Settlement.paid(25_000, "1")),
        120);
    time.setWallClock(at(10, 1));

    BusinessDay day = business(DAY);

    assertThat(day.hours().get(7)).isEqualTo(new HourFigures(2, 0, 0, 2));
    assertThat(day.hours().get(8)).isEqualTo(new HourFigures(1, 0, 0, 3));
    assertThat(day.hours().get(9)).isEqualTo(new HourFigures(0, 3, 35_000, 3));
    assertThat(day.hours().get(10)).isEqualTo(new HourFigures(0, 0, 0, 1));
    assertThat(day.insideAtEnd()).isEqualTo(1);
    assertThat(store.books().insight().totals(at(0, 0), at(24, 0)))
        .isEqualTo(new Totals(3, 3, 35_000));
    assertThat(store.books().insight().totals(at(7, 30), at(9, 15)))
        .isEqualTo(new Totals(2, 1, 4_000));
  }

  @Test
  void whoStaysOverNightIsInsideOnBothDays() throws StoreException {
    UUID stay = in(at(22, 0));
    time.setWallClock(at(24 + 7, 0));
    out(at(24 + 6, 30), stay, 10_000);

    List<BusinessDay> days = store.books().insight().business(DAY, DAY.plusDays(2), SAIGON);

    assertThat(days.get(0).insideAtEnd()).isEqualTo(1);
    assertThat(days.get(1).hours().get(3).inside()).isEqualTo(1);
    assertThat(days.get(1).totals()).isEqualTo(new Totals(0, 1, 10_000));
    assertThat(days.get(2)).isEqualTo(BusinessDay.empty(DAY.plusDays(2)));
    assertThat(business(DAY.plusDays(1)).hours().get(3).inside())
        .as("asked for alone, without the day before")
        .isEqualTo(1);
  }

  @Test
  void aVehicleThatWasNotFoundIsInsideNoMoreButDidNotGoOut() throws StoreException {
    UUID stay = in(at(8, 0));
    store.books().stays().end(stay, StayEnd.NOT_FOUND, "An", "", at(12, 0));
    time.setWallClock(at(13, 0));

    assertThat(business(DAY).totals()).isEqualTo(new Totals(1, 0, 0));
    assertThat(business(DAY).insideAtEnd()).isZero();
  }

  @Test
  void aDayThatIsOverIsRememberedAndCountsWhatIsWrittenToItLater() throws StoreException {
    Passage first =
        pass(
            at(8, 0),
            Direction.IN,
            Outcome.CONFIRMED,
            "",
            new StayChange.Opens(VehicleKind.CAR),
            120);
    time.setWallClock(at(30, 0));
    assertThat(business(DAY).totals().entries()).isEqualTo(1);
    assertThat(reading(DAY).figures().all()).isEqualTo(new Tally(1, 0));
    assertThat(TestDatabases.count(store, "insight_day")).isEqualTo(2);

    in(at(23, 59)); // stored after midnight
    store.passages().correct(first.id(), SamplePassages.plate("29MĐ112345"), "Bình", time.now());

    assertThat(business(DAY).totals().entries()).isEqualTo(2);
    assertThat(reading(DAY).figures().all()).isEqualTo(new Tally(2, 1));
  }

  @Test
  void theSameFiguresComeFromMemoryAndFromTheRows() throws StoreException {
    UUID stay = in(at(8, 0));
    out(at(11, 0), stay, 5_000);
    pass(
        at(20, 0),
        Direction.IN,
        Outcome.CORRECTED,
        "59P100000",
        new StayChange.Opens(VehicleKind.CAR),
        20);
    time.setWallClock(at(30, 0));

    BusinessDay counted = business(DAY);
    ReadingDay read = reading(DAY);
    close();
    open();

    assertThat(TestDatabases.count(store, "insight_day")).isEqualTo(2);
    assertThat(business(DAY)).isEqualTo(counted);
    assertThat(reading(DAY)).isEqualTo(read);
    assertThat(read.figures().byLight().get(Light.DARK)).isEqualTo(new Tally(1, 1));
  }

  @Test
  void misreadCharactersAreFoundInTheRows() throws StoreException {
    String read = SamplePassages.plateText(1);
    String plate = read.substring(0, read.length() - 1) + "X";
    pass(
        at(8, 0),
        Direction.IN,
        Outcome.CORRECTED,
        plate,
        new StayChange.Opens(VehicleKind.CAR),
        120);
    time.setWallClock(at(9, 0));

    assertThat(reading(DAY).figures().misreads())
        .containsOnlyKeys(new Misread(read.substring(read.length() - 1), "X"));
    assertThat(reading(DAY).daylight().pictures()).isEqualTo(1);
  }

  @Test
  void whatIsStoredIsMeasured() throws StoreException {
    in(at(8, 0));

    StorageUse use = store.books().insight().storage();

    assertThat(use.passages()).isEqualTo(1);
    assertThat(use.pictures()).isEqualTo(3);
    assertThat(use.pictureBytes()).isEqualTo(69_000);
    assertThat(use.databaseBytes()).isPositive();
  }
}
