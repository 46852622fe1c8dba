package io.gatehouse.lane;

import static io.gatehouse.support.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSlot;
import io.gatehouse.camera.JpegEncoder;
import io.gatehouse.camera.Region;
import io.gatehouse.common.Threads;
import io.gatehouse.decide.AutoGuard;
import io.gatehouse.decide.DecisionDesk;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.Direction;
import io.gatehouse.store.Passage;
import io.gatehouse.support.CarGrammar;
import io.gatehouse.support.FakePassageStore;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.RecordingBarrier;
import io.gatehouse.support.RecordingTrail;
import io.gatehouse.support.ScriptedRecognizer;
import io.gatehouse.support.ScriptedVehicles;
import io.gatehouse.vote.VehicleTracker;
import io.gatehouse.vote.VoteParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A lane whose camera, vehicles, disk and barrier do what a test says. */
@Timeout(60)
abstract class LaneFixture {

  static final Region PLATE = new Region(60, 90, 80, 20);
  static final int WIDTH = 320;
  static final int HEIGHT = 180;

  final FakeTime time = new FakeTime();
  final FramePool pool = new FramePool();
  final FrameFactory frames = new FrameFactory(pool, time);
  final List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
  final Threads threads = new Threads((thread, failure) -> uncaught.add(failure));
  final FakePassageStore store = new FakePassageStore();
  final RecordingBarrier barrier = new RecordingBarrier();
  final RecordingTrail trail = new RecordingTrail();
  final ScriptedRecognizer recognizer = new ScriptedRecognizer();
  final ScriptedVehicles vehicles = new ScriptedVehicles();
  final Lane lane = lane(Optional.empty());

  @AfterEach
  void nothingEscapesAndNothingLeaks() {
    lane.close();
    assertThat(uncaught).isEmpty();
    assertThat(pool.live()).isZero();
  }

  Lane lane(Optional<AutoGuard> autoGuard) {
    Pictures.factory(); // loads the natives
    FrameSlot slot = new FrameSlot();
    PictureKeeper pictures = new PictureKeeper(new JpegEncoder(80));
    VehicleTracker tracker = new VehicleTracker(VoteParameters.defaults(), new CarGrammar());
    return new Lane(
        new LaneParts(
            slot,
            target -> false,
            new Recognition(slot, vehicles, recognizer, tracker, pictures),
            pictures,
            new DecisionDesk(20),
            autoGuard,
            new PassageRecorder(store, trail, barrier, threads),
            Optional.empty(),
            OptionalInt.empty(),
            new CarGrammar(),
            time,
            threads),
        LaneState.before("Cổng A", Direction.IN, Optional.empty()));
  }

  /** An empty lane at first: what is there from the start did not come. */
  void start(Lane starting) throws InterruptedException {
    starting.start();
    show(starting, 15);
  }

  Passage confirm(PendingVehicle vehicle, String plate) throws Exception {
    return lane.confirm(vehicle.proposal().vehicle(), plate, "Lan").get(20, TimeUnit.SECONDS);
  }

  PendingVehicle current() {
    return lane.state().current().orElseThrow();
  }

  void vehicleStands(String plate) throws InterruptedException {
    vehicleStands(lane, plate);
    await().until(() -> lane.state().current().isPresent());
  }

  void vehicleStands(Lane in, String plate) throws InterruptedException {
    vehicles.comes();
    recognizer.reads();
    show(in, 5);
    vehicles.stands();
    recognizer.reads(reading(plate, PLATE, 0.95));
    show(in, 12);
  }

  void show(int count) throws InterruptedException {
    show(lane, count);
  }

  /** So many frames, a tenth of a second apart, each taken before the next comes. */
  void show(Lane in, int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      showOne(in);
      time.advance(Duration.ofMillis(100));
    }
  }

  void showOne(Lane in) throws InterruptedException {
    try (Frame frame = Pictures.plain(frames, WIDTH, HEIGHT, 40, 80, 120)) {
      in.accept(frame);
    }
    vehicles.awaitFrame();
  }
}
