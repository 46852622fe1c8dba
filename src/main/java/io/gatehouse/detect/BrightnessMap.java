package io.gatehouse.detect;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A tiny picture of the lane in logarithms of brightness, so that a change of the light is one
 * number added everywhere. The native memory is kept from frame to frame.
 */
final class BrightnessMap {

  private static final int WIDTH = 96;
  private static final int HEIGHT = 54;
  static final int SIZE = WIDTH * HEIGHT;

  /** Keeps the noise of dark places from looking like contrast. */
  private static final double DARK = 16;

  /** The light changes by no more than this between what is compared; more is a vehicle. */
  private static final float MAX_LIGHT_CHANGE = 0.9f;

  /** Every fourth value is enough for a median. */
  private static final int SAMPLE_STEP = 4;

  private static final float[] LOGARITHMS = new float[256];

  static {
    for (int i = 0; i < LOGARITHMS.length; i++) {
      LOGARITHMS[i] = (float) Math.log(i + DARK);
    }
  }

  private final Mat small = new Mat();
  private final Mat grey = new Mat();
  private final Size size = new Size(WIDTH, HEIGHT);
  private final byte[] bytes = new byte[SIZE];
  private final float[] differences = new float[SIZE];
  private final float[] sample = new float[SIZE / SAMPLE_STEP];

  /** Fills {@code map}, of {@link #SIZE} values, from a BGR picture. */
  void fill(Mat bgr, float[] map) {
    resize(bgr, small, size, 0, 0, INTER_AREA);
    cvtColor(small, grey, COLOR_BGR2GRAY);
    grey.data().get(bytes);
    for (int i = 0; i < SIZE; i++) {
      map[i] = LOGARITHMS[bytes[i] & 0xFF];
    }
  }

  /** Share of the picture in which two maps differ by more than {@code contrast}, 0 to 1. */
  float difference(float[] map, float[] other, double contrast) {
    for (int i = 0; i < SIZE; i++) {
      differences[i] = map[i] - other[i];
    }
    float light = lightChange();
    float limit = (float) Math.log1p(contrast);
    int differing = 0;
    for (int i = 0; i < SIZE; i++) {
      if (Math.abs(differences[i] - light) > limit) {
        differing++;
      }
    }
    return differing / (float) SIZE;
  }

  /** What most of the picture changed by: its median. */
  private float lightChange() {
    for (int i = 0; i < sample.length; i++) {
      sample[i] = differences[i * SAMPLE_STEP];
    }
    Arrays.sort(sample);
    return Math.clamp(sample[sample.length / 2], -MAX_LIGHT_CHANGE, MAX_LIGHT_CHANGE);
  }
}
