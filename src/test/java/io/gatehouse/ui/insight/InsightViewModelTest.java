package io.gatehouse.ui.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.common.Threads;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.insight.Totals;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.settings.Settings;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.FakeLane;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.SamplePassages;
import io.gatehouse.support.TestKiosk;
import io.gatehouse.sync.NoCentral;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.UiContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightViewModelTest {

  private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Wednesday, half past ten at the site. */
  private static final Instant NOW = Instant.parse("2026-03-11T03:30:00Z");

  @TempDir Path folder;

  private final FakeTime time = new FakeTime(NOW);
  private DataFolder data;
  private KioskStore store;
  private InsightViewModel model;
  private int number;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, time, plate -> plate);
    TestKiosk kiosk = new TestKiosk();
    UiContext context =
        new UiContext(
            FakeLane.empty(),
            store.passages(),
            store.books(),
            new VietnamGrammar(),
            Settings.defaults(),
            changed -> {},
            () -> new StorageStatus(OptionalLong.of(63), 41_000_000_000L, true),
            time,
            SAIGON,
            new SetupSupport("1", folder.toString(), "demo", List.of(), Optional.empty()),
            new NoCentral(),
            new Threads((thread, e) -> {}));
    ScreenTools tools = kiosk.tools();
    model =
        new InsightViewModel(
            new ScreenTools(
                context,
                tools.texts(),
                tools.formats(),
                tools.loader(),
                tools.navigator(),
                tools.work(),
                tools.alphabet(),
                tools.tones(),
                tools.lane(),
                tools.settings(),
                tools.permission(),
                tools.duty(),
                tools.layout()));
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private UUID pass(Instant at, Direction way, StayChange stay) throws StoreException {
    number++;
    Decision sample = SamplePassages.passage(number).decision();
    return store
        .passages()
        .record(
            new NewPassage(
                new Decision(sample.proposal(), Outcome.CONFIRMED, sample.plate(), "An", at, ""),
                way,
                "Cổng A",
                new FrameStamp(number, number, at),
                Optional.empty(),
                stay))
        .id();
  }

  private UUID in(Instant at) throws StoreException {
    return pass(at, Direction.IN, new StayChange.Opens(VehicleKind.MOTORBIKE));
  }

  private void out(Instant at, UUID stay, long paid) throws StoreException {
    pass(
        at,
        Direction.OUT,
        new StayChange.Closes(
            stay, VehicleKind.MOTORBIKE, StayEnd.LEFT, Settlement.paid(paid, "1")));
  }

  private static Instant ago(Duration time) {
    return NOW.minus(time);
  }

  private Business business() {
    return model.businessProperty().get().orElseThrow();
  }

  @Test
  void todayIsComparedWithTheSameWeekdayUpToTheSameTime() throws StoreException {
    UUID stay = in(ago(Duration.ofHours(3)));
    out(ago(Duration.ofHours(1)), stay, 4_000);
    in(ago(Duration.ofDays(7).plusHours(1)));
    in(ago(Duration.ofDays(7).minusHours(1))); // later on that day than it is now

    model.refresh();

    assertThat(business().totals()).isEqualTo(new Totals(1, 1, 4_000));
    assertThat(business().comparable()).isEqualTo(new Totals(1, 0, 0));
    assertThat(business().before().getFirst().totals().entries()).isEqualTo(2);
    assertThat(business().partly()).isTrue();
    assertThat(business().mostInside()).isEqualTo(3);
  }

  @Test
  void oneGoesBackAndForthButNotIntoTheFuture() {
    model.refresh();
    assertThat(model.canStepForward()).isFalse();
    model.step(1);
    assertThat(model.spanProperty().get().first()).isEqualTo("2026-03-11");
    model.step(-1);
    assertThat(model.spanProperty().get().first()).isEqualTo("2026-03-10");
    assertThat(model.canStepForward()).isTrue();
    assertThat(business().span()).isEqualTo(model.spanProperty().get());

    model.show(Tab.MONTH);
    assertThat(model.spanProperty().get().first()).isEqualTo("2026-03-01");
    model.step(-1);
    model.show(Tab.DAY);
    assertThat(model.spanProperty().get().first()).isEqualTo("2026-02-28");
    model.now();
    assertThat(model.spanProperty().get().first()).isEqualTo("2026-03-11");
  }

  @Test
  void aBarOfAWeekOpensItsDay() throws StoreException {
    in(ago(Duration.ofDays(1)));
    model.show(Tab.WEEK);
    List<Bar> bars =
        new BusinessBars(NOW.atZone(SAIGON), Locale.ENGLISH).bars(business(), Series.ENTRIES);

    assertThat(bars).hasSize(7);
    assertThat(bars.get(1).value()).isEqualTo(1);
    assertThat(bars.get(2).now()).isTrue();
    assertThat(bars.get(3).day()).as("tomorrow").isEmpty();

    model.open(bars.get(1).day().orElseThrow());
    assertThat(model.tabProperty().get()).isEqualTo(Tab.DAY);
    assertThat(business().days().getFirst().day()).isEqualTo(LocalDate.of(2026, 3, 10));
  }

  @Test
  void theShownTableIsWrittenForSpreadsheets() throws Exception {
    UUID stay = in(ago(Duration.ofHours(3)));
    out(ago(Duration.ofHours(1)), stay, 4_000);
    model.refresh();
    model.export();

    Path file = model.writtenProperty().get().orElseThrow();
    assertThat(file).isEqualTo(folder.resolve("reports/business-day-2026-03-11.csv"));
    assertThat(Files.readString(file))
        .startsWith("\uFEFFdate,hour,entries,exits,paid_dong,most_inside\r\n")
        .contains("2026-03-11,7,1,0,0,1\r\n")
        .contains("2026-03-11,9,0,1,4000,1\r\n");
    assertThat(Files.readString(file).lines()).hasSize(25);
  }

  @Test
  void theReadingOfAMonthIsReadAndWritten() throws Exception {
    in(ago(Duration.ofHours(3)));
    model.show(Tab.READING);

    Reading reading = model.readingProperty().get().orElseThrow();
    assertThat(reading.figures().passages()).isEqualTo(1);
    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.use().passages()).isEqualTo(1);

    model.export();
    assertThat(Files.readString(model.writtenProperty().get().orElseThrow()))
        .contains("2026-03-11,1,0,0,0,1,0,0,,,0,,\r\n");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws Exception {
    Files.writeString(folder.resolve("reports"), "in the way");
    model.refresh();
    model.export();

    assertThat(model.writtenProperty().get()).isEmpty();
    assertThat(model.failureProperty().get()).isPresent();
  }
}
