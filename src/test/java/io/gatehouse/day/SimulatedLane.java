package io.gatehouse.day;

import static io.gatehouse.support.Readings.reading;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSlot;
import io.gatehouse.camera.JpegEncoder;
import io.gatehouse.camera.Region;
import io.gatehouse.common.Threads;
import io.gatehouse.decide.DecisionDesk;
import io.gatehouse.lane.Lane;
import io.gatehouse.lane.LaneParts;
import io.gatehouse.lane.LaneState;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.lane.PassageRecorder;
import io.gatehouse.lane.PictureKeeper;
import io.gatehouse.lane.Recognition;
import io.gatehouse.lane.VehicleAssessor;
import io.gatehouse.parking.Direction;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.store.KioskStore;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.RecordingBarrier;
import io.gatehouse.support.ScriptedRecognizer;
import io.gatehouse.support.ScriptedVehicles;
import io.gatehouse.vote.VehicleTracker;
import io.gatehouse.vote.VoteParameters;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;

/** A real lane on a real store, whose camera and vehicles are played. */
final class SimulatedLane implements AutoCloseable {

  private static final Region PLATE = new Region(20, 20, 30, 12);
  private static final int WIDTH = 64;
  private static final int HEIGHT = 36;
  private static final Duration FRAME = Duration.ofMillis(100);
  private static final int MOST_FRAMES = 60;

  private final FakeTime time;
  private final FramePool pool = new FramePool();
  private final FrameFactory frames;
  private final ScriptedRecognizer recognizer = new ScriptedRecognizer();
  private final ScriptedVehicles vehicles = new ScriptedVehicles();
  private final RecordingBarrier barrier = new RecordingBarrier();
  private final Lane lane;

  SimulatedLane(
      String name,
      Direction direction,
      KioskStore store,
      FakeTime time,
      ZoneId zone,
      Threads threads)
      throws InterruptedException {
    this.time = time;
    this.frames = new FrameFactory(pool, time);
    Pictures.factory(); // loads the natives
    FrameSlot slot = new FrameSlot();
    PictureKeeper pictures = new PictureKeeper(new JpegEncoder(60));
    VietnamGrammar grammar = new VietnamGrammar();
    VehicleTracker tracker = new VehicleTracker(VoteParameters.defaults(), grammar);
    this.lane =
        new Lane(
            new LaneParts(
                slot,
                target -> false,
                new Recognition(slot, vehicles, recognizer, tracker, pictures),
                pictures,
                new DecisionDesk(8),
                Optional.empty(),
                new PassageRecorder(store.passages(), store.books().audit(), barrier, threads),
                Optional.of(new VehicleAssessor(store.books(), zone, kind -> 0)),
                OptionalInt.empty(),
                grammar,
                time,
                threads),
            LaneState.before(name, direction, Optional.empty()));
    lane.start();
    show(15); // an empty lane: what is there from the start did not come
  }

  Lane lane() {
    return lane;
  }

  int opened() {
    return barrier.opened();
  }

  /** A vehicle comes, stands and is read as this text; returns it as the guard sees it. */
  PendingVehicle comes(String text) throws InterruptedException {
    vehicles.comes();
    recognizer.reads();
    show(3);
    vehicles.stands();
    recognizer.reads(reading(text, PLATE, 0.95, 2));
    for (int i = 0; i < MOST_FRAMES && !isProposed(text); i++) {
      show(1);
    }
    return lane.state()
        .current()
        .orElseThrow(() -> new AssertionError("no vehicle was proposed for " + text));
  }

  private boolean isProposed(String text) {
    return lane.state()
        .current()
        .filter(vehicle -> vehicle.proposal().plate().text().equals(text))
        .isPresent();
  }

  /** A vehicle that was let through stands there once more. */
  void rollsBack(String text) throws InterruptedException {
    vehicles.stands();
    recognizer.reads(reading(text, PLATE, 0.95, 2));
    show(15);
  }

  void leaves() throws InterruptedException {
    vehicles.leaves();
    recognizer.reads();
    show(20);
  }

  private void show(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      try (Frame frame = Pictures.plain(frames, WIDTH, HEIGHT, 40, 80, 120)) {
        lane.accept(frame);
      }
      vehicles.awaitFrame();
      time.advance(FRAME);
    }
  }

  @Override
  public void close() {
    lane.close();
  }
}
