package io.gatehouse.lane;

import static io.gatehouse.support.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.gatehouse.camera.CameraStatus;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSlot;
import io.gatehouse.camera.JpegEncoder;
import io.gatehouse.camera.Region;
import io.gatehouse.common.Threads;
import io.gatehouse.decide.AutoGuard;
import io.gatehouse.decide.DecisionDesk;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.plate.Confusions;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.CarGrammar;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.RecordingBarrier;
import io.gatehouse.support.RecordingTrail;
import io.gatehouse.support.ScriptedRecognizer;
import io.gatehouse.support.ScriptedVehicles;
import io.gatehouse.vote.VehicleTracker;
import io.gatehouse.vote.VoteParameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of undecided vehicles at the end, in the real store. */
@Timeout(60)
class LaneCloseTest {

  private static final Region PLATE = new Region(60, 90, 80, 20);

  @TempDir private Path folder;

  private final FakeTime time = new FakeTime();
  private final FramePool pool = new FramePool();
  private final FrameFactory frames = new FrameFactory(pool, time);
  private final List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
  private final Threads threads = new Threads((thread, failure) -> uncaught.add(failure));
  private final RecordingBarrier barrier = new RecordingBarrier();
  private final RecordingTrail trail = new RecordingTrail();
  private final ScriptedRecognizer recognizer = new ScriptedRecognizer();
  private final ScriptedVehicles vehicles = new ScriptedVehicles();
  private DataFolder data;
  private KioskStore store;

  @BeforeEach
  void openStore() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, time, Confusions::fold);
  }

  @AfterEach
  void nothingEscapesAndNothingLeaks() {
    store.close();
    data.close();
    assertThat(uncaught).isEmpty();
    assertThat(pool.live()).isZero();
  }

  @Test
  void vehiclesOnTheGuardsDeskAreStoredAsTurnedAwayWithTheirPictures() throws Exception {
    try (Lane lane = started(Optional.empty())) {
      vehicleStands(lane, "29A12345", 0.95);
      vehicles.leaves();
      recognizer.reads();
      show(lane, 30);
      vehicleStands(lane, "30F67890", 0.95);
      await().until(() -> lane.state().waiting().size() == 1);
    }

    assertThat(stored())
        .extracting(Passage::plate, Passage::outcome, Passage::hasPicture)
        .containsExactly(
            tuple("29A12345", Outcome.REJECTED, true), tuple("30F67890", Outcome.REJECTED, true));
    assertThat(barrier.opened()).isZero();
  }

  @Test
  void vehicleThatWasNotProposedYetIsStoredToo() throws Exception {
    try (Lane lane = started(Optional.empty())) {
      vehicles.comes();
      recognizer.reads(reading("29A12345", PLATE, 0.95));
      show(lane, 2);
      assertThat(lane.state().current()).isEmpty();
    }

    assertThat(stored()).extracting(Passage::plate).containsExactly("29A12345");
  }

  @Test
  void laneWithoutAGuardDecidesTheRestByItsRule() throws Exception {
    try (Lane lane = started(Optional.of(AutoGuard.standard()))) {
      vehicleStands(lane, "29A12345", 0.6);
      await().until(() -> lane.state().current().isPresent());
    }

    assertThat(stored())
        .extracting(Passage::plate, Passage::outcome)
        .containsExactly(tuple("29A12345", Outcome.REJECTED));
  }

  @Test
  void decidedVehicleIsNotStoredAgain() throws Exception {
    try (Lane lane = started(Optional.empty())) {
      vehicleStands(lane, "29A12345", 0.95);
      await().until(() -> lane.state().current().isPresent());
      long vehicle = lane.state().current().orElseThrow().proposal().vehicle();
      var _ = lane.confirm(vehicle, "29A12345", "Lan"); // closing waits for it
    }

    assertThat(stored()).extracting(Passage::outcome).containsExactly(Outcome.CONFIRMED);
  }

  @Test
  void endOfTheCamerasPicturesSettlesTheLastVehicleWhileTheLaneGoesOn() throws Exception {
    try (Lane lane = started(Optional.of(AutoGuard.standard()))) {
      vehicles.comes();
      recognizer.reads(reading("29A12345", PLATE, 0.95));
      show(lane, 2);
      lane.onCamera(new CameraStatus(CameraStatus.Phase.ENDED, 0, 0, Optional.empty(), ""));
      await().until(() -> stored().size() == 1);
    }

    assertThat(stored()).extracting(Passage::outcome).containsExactly(Outcome.AUTOMATIC);
    assertThat(barrier.opened()).isEqualTo(1);
  }

  /** Oldest first. */
  private List<Passage> stored() throws StoreException {
    return store.passages().search(PassageQuery.newest(9)).passages().reversed();
  }

  private Lane started(Optional<AutoGuard> autoGuard) throws InterruptedException {
    Pictures.factory(); // loads the natives
    FrameSlot slot = new FrameSlot();
    PictureKeeper pictures = new PictureKeeper(new JpegEncoder(80));
    VehicleTracker tracker = new VehicleTracker(VoteParameters.defaults(), new CarGrammar());
    Lane lane =
        new Lane(
            new LaneParts(
                slot,
                target -> false,
                new Recognition(slot, vehicles, recognizer, tracker, pictures),
                pictures,
                new DecisionDesk(20),
                autoGuard,
                new PassageRecorder(store.passages(), trail, barrier, threads),
                Optional.empty(),
                OptionalInt.empty(),
                new CarGrammar(),
                time,
                threads),
            LaneState.before("Cổng A", Direction.IN, Optional.empty()));
    lane.start();
    show(lane, 15); // an empty lane: what is there from the start did not come
    return lane;
  }

  private void vehicleStands(Lane lane, String plate, double confidence)
      throws InterruptedException {
    vehicles.comes();
    recognizer.reads();
    show(lane, 5);
    vehicles.stands();
    recognizer.reads(reading(plate, PLATE, confidence));
    show(lane, 20);
  }

  /** So many frames, a tenth of a second apart, each taken before the next comes. */
  private void show(Lane lane, int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      try (Frame frame = Pictures.plain(frames, 320, 180, 40, 80, 120)) {
        lane.accept(frame);
      }
      vehicles.awaitFrame();
      time.advance(Duration.ofMillis(100));
    }
  }
}
