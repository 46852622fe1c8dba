package io.gatehouse.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Region;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateHeatMapTest {

  private static final int ROWS = 28;
  private static final int COLUMNS = 48;
  private static final int PLANE = ROWS * COLUMNS;

  private final float[] heat = new float[PLANE];
  private final float[] box = new float[4 * PLANE];
  private final PlateHeatMap map = new PlateHeatMap(0.3f, 0.4);

  @Test
  void aPeakIsAPlateInPixelsOfTheFrame() {
    put(10, 20, 0.9f, 40, 10, 40, 10);

    List<PlateBox> boxes = boxes(768, 448); // twice the network's input

    assertThat(boxes).hasSize(1);
    assertThat(boxes.getFirst().region()).isEqualTo(new Region(248, 148, 160, 40));
    assertThat(boxes.getFirst().confidence()).isEqualTo(0.9f);
  }

  @Test
  void neighboursOfAPeakAreNoPlatesOfTheirOwn() {
    put(10, 20, 0.9f, 40, 10, 40, 10);
    put(10, 21, 0.8f, 40, 10, 40, 10);
    put(11, 20, 0.7f, 40, 10, 40, 10);

    assertThat(boxes(384, 224)).hasSize(1);
  }

  @Test
  void ofBoxesThatOverlapTheSurestIsKept() {
    put(10, 20, 0.6f, 40, 10, 40, 10);
    put(10, 22, 0.9f, 40, 10, 40, 10);
    put(20, 22, 0.5f, 40, 10, 40, 10);

    assertThat(boxes(384, 224)).extracting(PlateBox::confidence).containsExactly(0.9f, 0.5f);
  }

  @Test
  void whatIsFainterThanTheThresholdIsNothing() {
    put(10, 20, 0.29f, 40, 10, 40, 10);

    assertThat(boxes(384, 224)).isEmpty();
  }

  @Test
  void aBoxThatReachesOutOfThePictureIsCutToIt() {
    put(0, 0, 0.9f, 40, 10, 40, 10);
    put(27, 47, 0.8f, 40, 10, 40, 10);

    assertThat(boxes(384, 224))
        .extracting(PlateBox::region)
        .containsExactly(new Region(0, 0, 44, 14), new Region(340, 210, 44, 14));
  }

  private List<PlateBox> boxes(int frameWidth, int frameHeight) {
    return map.boxes(
        new OnnxModel.Output(FloatBuffer.wrap(heat), new long[] {1, 1, ROWS, COLUMNS}),
        new OnnxModel.Output(FloatBuffer.wrap(box), new long[] {1, 4, ROWS, COLUMNS}),
        frameWidth,
        frameHeight);
  }

  private void put(int row, int column, float value, float... distances) {
    heat[row * COLUMNS + column] = value;
    for (int side = 0; side < 4; side++) {
      box[side * PLANE + row * COLUMNS + column] = distances[side];
    }
  }
}
