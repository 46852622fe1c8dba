package io.gatehouse.bench.plates;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.gatehouse.bench.plates.LabelledSet.LabelledPicture;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameStamp;
import io.gatehouse.camera.PictureDecoder;
import io.gatehouse.camera.PictureException;
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
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Lets the vehicle of each photograph drive up and stand: an empty lane first, then frames made of
 * the photograph, each recognised and voted on as in the lane.
 */
final class PhotoSequences {

  private static final int EMPTY_FRAMES = 20;
  private static final Duration PERIOD = Duration.ofNanos(1_000_000_000L / ShotPlan.RATE);
  private static final Duration STILL_AFTER = Duration.ofMillis(600);

  /** No camera of a lane gives more. */
  private static final int WIDEST = 1280;

  private final PlateRecognizer recognizer;
  private final PlateGrammar grammar;
  private final int approaching;
  private final int standing;
  private final long seed;

  PhotoSequences(
      PlateRecognizer recognizer, PlateGrammar grammar, int approaching, int standing, long seed) {
    this.recognizer = recognizer;
    this.grammar = grammar;
    this.approaching = approaching;
    this.standing = standing;
    this.seed = seed;
  }

  SequenceResult run(LabelledSet set, Progress progress) throws PictureException {
    SequenceResult result = new SequenceResult(set.name());
    for (int i = 0; i < set.pictures().size(); i++) {
      LabelledPicture picture = set.pictures().get(i);
      result.add(story(picture, ShotPlan.sequence(seed + i, approaching, standing)));
      progress.step(set.name());
    }
    return result;
  }

  private VehicleStory story(LabelledPicture picture, List<ShotPlan> shots)
      throws PictureException {
    FakeTime time = new FakeTime();
    try (FramePool pool = new FramePool();
        ShotMaker maker = new ShotMaker();
        Mat photograph = new Mat()) {
      FrameFactory frames = new FrameFactory(pool, time);
      try (Frame decoded = new PictureDecoder(frames).decode(picture.file())) {
        shrink(decoded.bgr(), photograph);
      }
      VehicleStory story = new VehicleStory(picture.file().toFile().getName(), picture.texts());
      VehicleTracker tracker = new VehicleTracker(VoteParameters.defaults(), grammar);
      Looks looks = new Looks(recognizer);
      VoteLog log = new VoteLog(tracker);
      for (int i = 0; i < EMPTY_FRAMES; i++) {
        FrameStamp stamp = new FrameStamp(i, time.nanos(), time.now());
        tracker.observe(new Observation(stamp, VehiclePresence.EMPTY_LANE, false, List.of()));
        time.advance(PERIOD);
      }
      long standsSince = Long.MAX_VALUE;
      for (ShotPlan shot : shots) {
        if (shot.standing()) {
          standsSince = Math.min(standsSince, time.nanos());
          story.stands(standsSince);
        }
        boolean still = time.nanos() - standsSince >= STILL_AFTER.toNanos();
        try (Frame frame = frames.frame(photograph.cols(), photograph.rows())) {
          maker.draw(photograph, shot, frame.bgr());
          VehiclePresence presence =
              new VehiclePresence(true, still, 0.4f, shot.standing() ? 0.005f : 0.1f);
          List<PlateReading> readings = looks.look(frame, presence);
          story.frame(PlateBenchmark.answers(readings));
          log.observe(new Observation(frame.stamp(), presence, true, readings), story);
        }
        time.advance(PERIOD);
      }
      return story;
    }
  }

  private static void shrink(Mat from, Mat to) {
    double scale = Math.min(1, WIDEST / (double) from.cols());
    try (Size size =
        new Size((int) Math.round(scale * from.cols()), (int) Math.round(scale * from.rows()))) {
      resize(from, to, size, 0, 0, INTER_AREA);
    }
  }
}
