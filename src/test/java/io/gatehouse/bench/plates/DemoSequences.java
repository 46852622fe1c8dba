package io.gatehouse.bench.plates;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSource;
import io.gatehouse.camera.demo.DemoCamera;
import io.gatehouse.camera.demo.DemoOptions;
import io.gatehouse.camera.demo.DemoPhase;
import io.gatehouse.camera.demo.DemoTruth;
import io.gatehouse.camera.demo.DemoVehicle;
import io.gatehouse.detect.FrameDifferenceVehicleDetector;
import io.gatehouse.detect.VehicleDetectorSettings;
import io.gatehouse.detect.VehiclePresence;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.support.FakeTime;
import io.gatehouse.vote.Observation;
import io.gatehouse.vote.VehicleTracker;
import io.gatehouse.vote.VoteParameters;
import java.time.Duration;
import java.util.List;

/** The rendered lane, whose truth is known in each frame, from the camera to the vote. */
final class DemoSequences {

  private static final Duration PERIOD = Duration.ofNanos(1_000_000_000L / ShotPlan.RATE + 1);

  private final PlateRecognizer recognizer;
  private final PlateGrammar grammar;

  DemoSequences(PlateRecognizer recognizer, PlateGrammar grammar) {
    this.recognizer = recognizer;
    this.grammar = grammar;
  }

  /**
   * Lets vehicles come, stand and leave.
   *
   * @param query of the {@code demo:} URI
   * @param vehicles how many
   */
  SequenceResult run(String name, String query, int vehicles, Progress progress)
      throws CameraException, InterruptedException {
    FakeTime time = new FakeTime();
    DemoCamera camera = new DemoCamera(DemoOptions.of(CameraUri.parse("demo:?" + query)));
    SequenceResult result = new SequenceResult(name);
    try (FramePool pool = new FramePool();
        FrameSource source = camera.open(new FrameFactory(pool, time))) {
      Ride ride = new Ride();
      while (result.vehicles() < vehicles) {
        time.advance(PERIOD);
        try (Frame frame = source.next().orElseThrow()) {
          if (ride.see(frame, camera.lane().truth(), result)) {
            progress.step(name);
          }
        }
      }
    }
    return result;
  }

  private final class Ride {

    private final FrameDifferenceVehicleDetector detector =
        new FrameDifferenceVehicleDetector(VehicleDetectorSettings.defaults());
    private final Looks looks = new Looks(recognizer);
    private final VoteLog vote =
        new VoteLog(new VehicleTracker(VoteParameters.defaults(), grammar));
    private VehicleStory story = new VehicleStory("", List.of(""));
    private int vehicle;

    /** Whether a vehicle's story has ended with this frame. */
    boolean see(Frame frame, DemoTruth truth, SequenceResult result) {
      int now = truth.vehicle().map(DemoVehicle::number).orElse(0);
      boolean ended = vehicle != 0 && now != vehicle;
      if (ended) {
        result.add(story);
      }
      if (now != 0 && now != vehicle) {
        story = new VehicleStory(Integer.toString(now), List.of(truth.plateText()));
      }
      vehicle = now;
      observe(frame, truth);
      return ended;
    }

    private void observe(Frame frame, DemoTruth truth) {
      VehiclePresence presence = detector.observe(frame);
      boolean looked = presence.present() || !presence.still();
      List<PlateReading> readings = looked ? looks.look(frame, presence) : List.of();
      if (truth.phase() == DemoPhase.STOPPED) {
        story.stands(frame.stamp().capturedNanos());
      }
      boolean coming = truth.phase() == DemoPhase.APPROACHING || truth.phase() == DemoPhase.STOPPED;
      if (coming && truth.plateBox().isPresent()) {
        story.frame(PlateBenchmark.answers(readings));
      }
      if (truth.phase() == DemoPhase.LEAVING) {
        vote.decide();
      }
      vote.observe(new Observation(frame.stamp(), presence, looked, readings), story);
    }
  }
}
