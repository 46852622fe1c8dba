package io.gatehouse.camera.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSource;
import io.gatehouse.camera.Region;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.Pictures;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCameraTest {

  private static final Duration FRAME = Duration.ofMillis(67);

  private final FakeTime time = new FakeTime();
  private final FramePool pool = new FramePool();
  private final FrameFactory frames = new FrameFactory(pool, time);

  @AfterEach
  void nothingLeaks() {
    assertThat(pool.live()).isZero();
    pool.close();
  }

  @Test
  void sameSeedGivesTheSamePictures() throws Exception {
    assertThat(hashOfFrame(50, "size=640x360&seed=3&rain=true"))
        .isEqualTo(hashOfFrame(50, "size=640x360&seed=3&rain=true"))
        .isNotEqualTo(hashOfFrame(50, "size=640x360&seed=4&rain=true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"light=day", "light=dusk", "light=night&rain=true"})
  void platesGroundIsSeenInTheTruthsBox(String query) throws Exception {
    DemoCamera camera = camera(query + "&patience=0.5&unreadable=0");
    try (FrameSource source = camera.open(frames)) {
      for (int number = 1; number <= 6; number++) {
        try (Frame frame = stopped(source, camera.lane(), number)) {
          assertGroundFillsBox(frame, camera.lane().truth());
        }
      }
    }
  }

  /** Most of the box has the plate's hue, and what is just outside it has not. */
  private static void assertGroundFillsBox(Frame frame, DemoTruth truth) {
    DemoVehicle vehicle = truth.vehicle().orElseThrow();
    Region box = truth.plateBox().orElseThrow();
    assertThat(box.width()).isBetween(110, 220);
    int ground = PlatePainter.ground(vehicle.plate());
    int inside = 0;
    int outside = 0;
    for (int i = 0; i < box.width(); i++) {
      // the margin between the frame line and the letters holds ground alone
      int x = box.x() + i;
      inside += looksLike(frame, x, box.y() + (int) (box.height() * 0.09), ground) ? 1 : 0;
      outside += looksLike(frame, x, box.y() - 6, ground) ? 1 : 0;
    }
    assertThat(inside).as("%s in %s", vehicle.plate().text(), box).isGreaterThan(box.width() / 2);
    assertThat(outside).as("above %s", box).isLessThan(box.width() / 4);
  }

  private static boolean looksLike(Frame frame, int x, int y, int rgb) {
    int[] bgr = Pictures.pixel(frame, x, y);
    double most = Math.max(bgr[0], Math.max(bgr[1], bgr[2]));
    double wanted = Math.max(rgb >> 16 & 255, Math.max(rgb >> 8 & 255, rgb & 255));
    // lighting dims a colour and keeps the relation of its channels
    return most > 0.45 * wanted
        && Math.abs(bgr[2] / most - (rgb >> 16 & 255) / wanted) < 0.25
        && Math.abs(bgr[1] / most - (rgb >> 8 & 255) / wanted) < 0.25
        && Math.abs(bgr[0] / most - (rgb & 255) / wanted) < 0.25;
  }

  @Test
  void vehicleLeavesWhenLetThrough() throws Exception {
    DemoCamera camera = camera("size=320x240&patience=1000");
    try (FrameSource source = camera.open(frames)) {
      stopped(source, camera.lane(), 1).close();
      camera.lane().letThrough();
      next(source, 30).close();
      assertThat(camera.lane().truth().phase()).isEqualTo(DemoPhase.LEAVING);
      stopped(source, camera.lane(), 2).close();
      next(source, 100).close();
      assertThat(camera.lane().truth().phase()).isEqualTo(DemoPhase.STOPPED);
    }
  }

  @Test
  void truthNamesThePlateOfTheScript() throws Exception {
    DemoCamera camera = camera("size=320x240");
    try (FrameSource source = camera.open(frames);
        Frame frame = stopped(source, camera.lane(), 1)) {
      DemoTruth truth = camera.lane().truth();
      assertThat(truth.plateText())
          .isEqualTo(camera.lane().vehicles(1, 1).getFirst().plate().text());
      assertThat(truth.frame()).isEqualTo(frame.stamp().sequence());
    }
  }

  @Test
  void plateThatIsMissingHasNoBoxAndNoText() throws Exception {
    DemoCamera camera = camera("size=320x240&patience=0&unreadable=1&speed=4");
    int missing =
        camera.lane().vehicles(1, 40).stream()
            .filter(v -> v.visibility() == DemoVisibility.MISSING)
            .findFirst()
            .orElseThrow()
            .number();
    try (FrameSource source = camera.open(frames);
        Frame frame = stopped(source, camera.lane(), missing)) {
      assertThat(frame.width()).isEqualTo(320);
      assertThat(camera.lane().truth().plateText()).isEmpty();
      assertThat(camera.lane().truth().plateBox()).isEmpty();
    }
  }

  @Test
  void frameComesOnlyWhenItIsDue() throws Exception {
    try (FrameSource source = camera("size=320x240&fps=10").open(frames)) {
      source.next().orElseThrow().close();
      CompletableFuture<Long> second = CompletableFuture.supplyAsync(() -> sequence(source));
      time.advance(Duration.ofMillis(99));
      assertThat(second).isNotDone();
      time.advance(Duration.ofMillis(1));
      assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

  @Test
  void closingEndsAWaitThatWouldNeverEnd() throws Exception {
    FrameSource source = camera("size=320x240").open(frames);
    source.next().orElseThrow().close();
    CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(() -> sequence(source));
    source.close();
    assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(-1);
    assertThat(source.next()).isEmpty();
  }

  @Test
  void closingTwiceIsHarmless() throws Exception {
    FrameSource source = camera("size=320x240").open(frames);
    source.next().orElseThrow().close();
    source.close();
    source.close();
    assertThat(source.next()).isEmpty();
  }

  @Test
  void openingAgainStartsAnew() throws Exception {
    DemoCamera camera = camera("size=320x240&patience=0");
    try (FrameSource source = camera.open(frames)) {
      stopped(source, camera.lane(), 3).close();
    }
    try (FrameSource source = camera.open(frames)) {
      stopped(source, camera.lane(), 1).close();
      assertThat(camera.lane().truth().vehicle().orElseThrow().number()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light=noon", "size=12x9", "fps=0", "colour=red", "seed=x", "rain=maybe"})
  void wrongOptionIsNamed(String option) {
    String name = option.substring(0, option.indexOf('='));
    assertThatThrownBy(() -> camera(option))
        .isInstanceOf(CameraException.class)
        .hasMessageContaining("demo:")
        .hasMessageContaining(name);
  }

  private static DemoCamera camera(String query) throws CameraException {
    return new DemoCamera(DemoOptions.of(CameraUri.parse("demo:?" + query)));
  }

  private Frame next(FrameSource source, int count) throws Exception {
    for (int i = 1; i < count; i++) {
      time.advance(FRAME);
      source.next().orElseThrow().close();
    }
    time.advance(FRAME);
    return source.next().orElseThrow();
  }

  private Frame stopped(FrameSource source, DemoLane lane, int number) throws Exception {
    for (int i = 0; i < 5_000; i++) {
      Frame frame = next(source, 1);
      DemoTruth truth = lane.truth();
      if (truth.phase() == DemoPhase.STOPPED && truth.vehicle().orElseThrow().number() == number) {
        return frame;
      }
      frame.close();
    }
    throw new AssertionError("vehicle " + number + " never stopped");
  }

  private int hashOfFrame(int n, String query) throws Exception {
    try (FrameSource source = camera(query).open(frames);
        Frame frame = next(source, n);
        BytePointer data = frame.bgr().data()) {
      byte[] pixels = new byte[3 * frame.width() * frame.height()];
      data.get(pixels);
      return Arrays.hashCode(pixels);
    }
  }

  /** Of the next frame, or -1 at the end. */
  private static long sequence(FrameSource source) {
    try {
      Optional<Frame> frame = source.next();
      try (Frame shown = frame.orElse(null)) {
        return shown == null ? -1 : shown.stamp().sequence();
      }
    } catch (CameraException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
