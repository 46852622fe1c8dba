package io.gatehouse.ui.vehicles;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.Occupancy;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.plate.Confusions;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.settings.Settings;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.HeldDelay;
import io.gatehouse.support.TestKiosk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsideViewModelTest {

  @TempDir Path folder;
  private final FakeTime time = new FakeTime();
  private final HeldDelay delay = new HeldDelay();
  private Settings settings = Settings.defaults().withGuard("Nguyễn Văn An").withCapacityCar(1);
  private DataFolder data;
  private KioskStore store;
  private InsideViewModel model;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, time, Confusions::fold);
    model =
        new InsideViewModel(store.books().stays(), TestKiosk.inline(), delay, time, () -> settings);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private void comes(String plate) throws StoreException {
    passes(plate, Direction.IN, new StayChange.Opens(VehicleKind.of(plate(plate))));
  }

  private static Plate plate(String text) {
    return new VietnamGrammar().parse(text, 0);
  }

  private void passes(String plate, Direction way, StayChange change) throws StoreException {
    FrameStamp frame = new FrameStamp(1, time.nanos(), time.now());
    Decision decision =
        new Decision(
            Optional.empty(), Outcome.TYPED, plate(plate), "Nguyễn Văn An", time.now(), "");
    store
        .passages()
        .record(new NewPassage(decision, way, "Cổng A", frame, Optional.empty(), change));
    time.advance(Duration.ofMinutes(1));
  }

  private Stay shown(String plate) {
    return model.stays().stream().filter(s -> s.plate().equals(plate)).findFirst().orElseThrow();
  }

  private StayEnd end(String plate) throws StoreException {
    return store
        .books()
        .stays()
        .ended(time.now().minus(Duration.ofDays(30)), time.now().plusSeconds(1))
        .stream()
        .filter(stay -> stay.plate().equals(plate))
        .findFirst()
        .flatMap(Stay::end)
        .orElseThrow();
  }

  @Test
  void whoIsInsideComesLongestFirstWithTheCounts() throws StoreException {
    comes("59P168480");
    comes("51F12345");
    model.refresh();
    assertThat(model.stays()).extracting(Stay::plate).containsExactly("59P168480", "51F12345");
    assertThat(model.occupancyProperty().get())
        .contains(new Occupancy(VehicleKind.MOTORBIKE, 1, 0), new Occupancy(VehicleKind.CAR, 1, 1));
  }

  @Test
  void partOfThePlateAndKindNarrow() throws StoreException {
    comes("59P168480");
    comes("51F12345");
    model.type("12-3");
    delay.pass();
    assertThat(model.stays()).extracting(Stay::plate).containsExactly("51F12345");
    model.toggle(VehicleKind.MOTORBIKE);
    assertThat(model.stays()).isEmpty();
    model.toggle(VehicleKind.MOTORBIKE);
    assertThat(model.stays()).hasSize(1);
  }

  @Test
  void stayOfMoreThanTheDaysSetIsTooLongToBeTrue() throws StoreException {
    comes("59P168480");
    time.advance(Duration.ofDays(6));
    comes("51F12345");
    time.advance(Duration.ofDays(1));
    model.refresh();
    assertThat(model.tooLong(shown("59P168480"))).isTrue();
    assertThat(model.tooLong(shown("51F12345"))).isFalse();
    settings = settings.withLongStayDays(8);
    assertThat(model.tooLong(shown("59P168480"))).isFalse();
  }

  @Test
  void roundEndsWhoWasNotFoundWithTheGuardsName() throws StoreException {
    comes("59P168480");
    comes("51F12345");
    comes("30A16848");
    model.refresh();
    model.beginRound();
    model.tick(shown("51F12345"));
    model.finishRound();
    assertThat(model.roundStateProperty().get())
        .isEqualTo(new InsideViewModel.RoundState.Asking(2));
    model.endNotFound();

    assertThat(model.roundStateProperty().get()).isEqualTo(new InsideViewModel.RoundState.Ended(2));
    assertThat(model.stays()).extracting(Stay::plate).containsExactly("51F12345");
    assertThat(end("59P168480")).isEqualTo(StayEnd.NOT_FOUND);
    assertThat(end("30A16848")).isEqualTo(StayEnd.NOT_FOUND);
  }

  @Test
  void whoCameOrLeftDuringTheRoundIsLeftAsHeIs() throws StoreException {
    comes("59P168480");
    comes("51F12345");
    model.beginRound();
    Stay leaving = shown("59P168480");
    passes(
        "59P168480",
        Direction.OUT,
        new StayChange.Closes(
            leaving.id(), VehicleKind.MOTORBIKE, StayEnd.LEFT, Settlement.paid(4000, "")));
    comes("30A16848");
    model.finishRound();
    model.endNotFound();

    assertThat(model.roundStateProperty().get()).isEqualTo(new InsideViewModel.RoundState.Ended(1));
    assertThat(end("59P168480")).isEqualTo(StayEnd.LEFT);
    assertThat(model.stays()).extracting(Stay::plate).containsExactly("30A16848");
  }

  @Test
  void droppedRoundChangesNothing() throws StoreException {
    comes("59P168480");
    model.beginRound();
    model.finishRound();
    model.dropRound();
    assertThat(model.stays()).hasSize(1);
    assertThat(model.roundProperty().get()).isEmpty();
  }

  @Test
  void searchDuringARoundKeepsTheTicks() throws StoreException {
    comes("59P168480");
    comes("51F12345");
    model.beginRound();
    model.type("684");
    delay.pass();
    model.tick(shown("59P168480"));
    model.type("");
    delay.pass();
    assertThat(model.stays()).hasSize(2);
    assertThat(model.roundProperty().get().orElseThrow().notFound())
        .extracting(Stay::plate)
        .containsExactly("51F12345");
  }
}
