package io.gatehouse.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.Region;
import io.gatehouse.camera.SensorBox;
import io.gatehouse.camera.SensorBox.Kind;
import io.gatehouse.camera.SensorView;
import io.gatehouse.support.Pictures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SensorGuidedDetectorTest {

  private static final Region WHOLE = new Region(0, 0, 1280, 960);
  private static final Region PLATE = new Region(500, 600, 120, 80);

  private final FrameFactory frames = Pictures.factory();
  private final List<Region> looked = new ArrayList<>();

  /** Finds the plate wherever all of it is looked at, and notes where that was. */
  private final class Detector implements PlateDetector {

    @Override
    public List<PlateBox> detect(Frame frame) {
      return detectIn(frame, WHOLE);
    }

    @Override
    public List<PlateBox> detectIn(Frame frame, Region part) {
      looked.add(part);
      return part.union(PLATE).equals(part)
          ? List.of(new PlateBox(PLATE, 0.9f, List.of()))
          : List.of();
    }

    @Override
    public void close() {
      looked.add(new Region(0, 0, 1, 1));
    }
  }

  private List<PlateBox> detect(Optional<SensorView> view) {
    try (Frame frame = frames.frame(1280, 960, Duration.ZERO, view)) {
      return new SensorGuidedDetector(new Detector()).detect(frame);
    }
  }

  private static Optional<SensorView> saw(SensorBox... boxes) {
    return Optional.of(new SensorView(List.of(boxes)));
  }

  private static SensorBox vehicle(int x, int y, int width, int height, float confidence) {
    return new SensorBox(new Region(x, y, width, height), Kind.VEHICLE, confidence);
  }

  @Test
  void thePlateIsLookedForInTheWidenedVehicleFirst() {
    assertThat(detect(saw(vehicle(400, 300, 400, 360, 0.8f))))
        .extracting(PlateBox::region)
        .containsExactly(PLATE);
    // 15 of a hundred more on each side: the plate hangs below the box
    assertThat(looked).containsExactly(new Region(340, 246, 520, 468));
  }

  @Test
  void whereTheVehicleHasNoPlateTheWholePictureIsLookedAt() {
    assertThat(detect(saw(vehicle(0, 0, 200, 200, 0.8f)))).hasSize(1);
    assertThat(looked).containsExactly(new Region(0, 0, 230, 230), WHOLE);
  }

  @Test
  void aSilentSensorOrOneThatSeesNothingMeansTheWholePicture() {
    assertThat(detect(Optional.empty())).hasSize(1);
    assertThat(detect(saw())).hasSize(1);
    assertThat(looked).containsExactly(WHOLE, WHOLE);
  }

  @Test
  void oneVehicleUnderTwoNamesIsLookedAtOnceAndOfManyTheTwoLargest() {
    detect(
        saw(
            vehicle(10, 10, 60, 60, 0.9f),
            vehicle(400, 300, 400, 400, 0.5f),
            vehicle(405, 305, 400, 400, 0.6f),
            vehicle(900, 300, 200, 200, 0.4f)));
    assertThat(looked).hasSize(2).noneMatch(WHOLE::equals);
    assertThat(looked.get(1)).isEqualTo(new Region(870, 270, 260, 260));
  }

  @Test
  void platesThatTheSensorFindsItselfNeedNoSecondLook() {
    SensorBox plate = new SensorBox(new Region(500, 600, 100, 70), Kind.PLATE, 0.7f);

    assertThat(detect(saw(vehicle(0, 0, 900, 900, 0.9f), plate)))
        .containsExactly(new PlateBox(new Region(490, 593, 120, 84), 0.7f, List.of()));
    assertThat(looked).isEmpty();
  }

  @Test
  void theNetworkFindsAPlateInAPartWhereItIsInTheWhole() {
    try (Frame frame = frames.frame(1280, 960);
        NetPlateDetector net = new NetPlateDetector(1)) {
      drawPlate(frame);
      List<PlateBox> whole = net.detect(frame);
      List<PlateBox> part = net.detectIn(frame, new Region(380, 420, 420, 400));

      assertThat(whole).isNotEmpty();
      assertThat(part).isNotEmpty();
      assertThat(part.getFirst().region().overlap(whole.getFirst().region())).isGreaterThan(0.5);
    }
  }

  /** A white plate with dark strokes on a dark ground. */
  private static void drawPlate(Frame frame) {
    DrawnPlate.on(frame, new Region(500, 580, 180, 130));
  }
}
