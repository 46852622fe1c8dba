package io.gatehouse.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.camera.Natives;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TextMapTest {

  private static final int ROWS = 96;
  private static final int COLUMNS = 160;

  private final TextMap textMap = new TextMap(0.3, 0.5, 1.5, 2);
  private final FloatBuffer map = FloatBuffer.allocate(ROWS * COLUMNS);

  @BeforeAll
  static void loadNatives() {
    Natives.load();
  }

  @Test
  void aCoreIsGrownBackOnAllSides() {
    fill(40, 30, 60, 10, 0.9f);

    assertThat(textMap.lines(map, ROWS, COLUMNS))
        .singleElement()
        .satisfies(line -> {
          double by = 59 * 9 * 1.5 / (2 * (59 + 9));
          assertThat(line.confidence()).isCloseTo(0.9f, within(1e-4f));
          assertThat(line.outline().width()).isCloseTo(59 + 2 * by, within(0.5));
          assertThat(line.outline().height()).isCloseTo(9 + 2 * by, within(0.5));
          assertThat(line.outline().centerX()).isCloseTo(69.5, within(0.5));
          assertThat(line.outline().centerY()).isCloseTo(34.5, within(0.5));
          assertThat(line.outline().tilt()).isCloseTo(0, within(0.01));
        });
  }

  @Test
  void aTiltedCoreKeepsItsWritingDirection() {
    double tilt = Math.toRadians(20);
    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < COLUMNS; x++) {
        double along = Math.cos(tilt) * (x - 80) + Math.sin(tilt) * (y - 48);
        double across = -Math.sin(tilt) * (x - 80) + Math.cos(tilt) * (y - 48);
        if (Math.abs(along) < 40 && Math.abs(across) < 6) {
          map.put(y * COLUMNS + x, 1f);
        }
      }
    }

    assertThat(textMap.lines(map, ROWS, COLUMNS))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.outline().tilt()).isCloseTo(tilt, within(0.03));
          assertThat(line.outline().x0()).isLessThan(line.outline().x1());
          assertThat(line.outline().y0()).isLessThan(line.outline().y3());
        });
  }

  @Test
  void faintAndThinCoresAreNoText() {
    fill(10, 10, 60, 10, 0.4f);
    fill(10, 50, 60, 1, 1f);

    assertThat(textMap.lines(map, ROWS, COLUMNS)).isEmpty();
  }

  @Test
  void twoCoresAreTwoLines() {
    fill(10, 10, 60, 10, 0.9f);
    fill(10, 50, 60, 10, 0.9f);

    assertThat(textMap.lines(map, ROWS, COLUMNS)).hasSize(2);
  }

  private void fill(int left, int top, int width, int height, float value) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        map.put(y * COLUMNS + x, value);
      }
    }
  }
}
