package io.gatehouse.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.Natives;
import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.time.Instant;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FrameDifferenceVehicleDetectorTest {

  private static final int NO_VEHICLE = -1;

  private final Clock clock = new Clock();
  private final FrameFactory frames = new FrameFactory(new FramePool(), clock);
  private final FrameDifferenceVehicleDetector detector =
      new FrameDifferenceVehicleDetector(VehicleDetectorSettings.defaults());

  private static final class Clock implements TimeSource {
    private long nanos;

    @Override
    public Instant now() {
      return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanos() {
      return nanos;
    }
  }

  @BeforeAll
  static void loadNatives() {
    Natives.load();
  }

  @Test
  void nothingIsClaimedEmptyBeforeASceneHasStood() {
    assertThat(observe(NO_VEHICLE, 1).present()).isTrue();
    assertThat(show(NO_VEHICLE, 1, Duration.ofSeconds(3)).present()).isFalse();
  }

  @Test
  void aVehicleIsSeenComingStandingAndLeaving() {
    show(NO_VEHICLE, 1, Duration.ofSeconds(3));

    VehiclePresence coming = observe(60, 1);
    VehiclePresence standing = show(60, 1, Duration.ofSeconds(1));
    VehiclePresence gone = show(NO_VEHICLE, 1, Duration.ofSeconds(1));

    assertThat(coming.present()).isTrue();
    assertThat(coming.still()).isFalse();
    assertThat(standing.present()).isTrue();
    assertThat(standing.still()).isTrue();
    assertThat(standing.coverage()).isGreaterThan(0.12f);
    assertThat(gone.present()).isFalse();
  }

  @Test
  void aVehicleThatStandsForMinutesDoesNotMeltAway() {
    show(NO_VEHICLE, 1, Duration.ofSeconds(3));

    assertThat(show(60, 1, Duration.ofMinutes(15)).present()).isTrue();
  }

  @Test
  void aLampThatIsSwitchedOnIsNoVehicle() {
    show(NO_VEHICLE, 1, Duration.ofSeconds(3));

    assertThat(show(NO_VEHICLE, 1.5, Duration.ofSeconds(1)).present()).isFalse();
  }

  @Test
  void aVehicleThatStoodThereAtTheStartIsForgottenOnceTheEmptyLaneReturns() {
    show(60, 1, Duration.ofSeconds(3));
    show(NO_VEHICLE, 1, Duration.ofSeconds(3));
    show(90, 1, Duration.ofSeconds(3));

    assertThat(show(NO_VEHICLE, 1, Duration.ofSeconds(3)).present()).isFalse();
    assertThat(show(60, 1, Duration.ofSeconds(1)).present()).isTrue();
  }

  /** Shows the same picture ten times a second and returns the last answer. */
  private VehiclePresence show(int vehicle, double light, Duration length) {
    VehiclePresence last = VehiclePresence.EMPTY_LANE;
    for (long i = 0; i < length.toMillis() / 100; i++) {
      last = observe(vehicle, light);
    }
    return last;
  }

  /** A grey lane with a bright kerb; a vehicle of the given left edge fills a third of it. */
  private VehiclePresence observe(int vehicle, double light) {
    clock.nanos += 100_000_000;
    try (Frame frame = frames.frame(320, 180)) {
      paint(frame, 0, 0, 320, 180, 90 * light);
      paint(frame, 0, 130, 320, 50, 150 * light);
      if (vehicle != NO_VEHICLE) {
        paint(frame, vehicle, 30, 160, 120, (vehicle > 70 ? 30 : 20) * light);
        paint(frame, vehicle + 20, 60, 80, 20, 160 * light);
      }
      return detector.observe(frame);
    }
  }

  private static void paint(Frame frame, int x, int y, int width, int height, double grey) {
    try (Mat part = frame.bgr().apply(new Rect(x, y, width, height));
        Scalar colour = Scalar.all(grey)) {
      part.put(colour);
    }
  }
}
