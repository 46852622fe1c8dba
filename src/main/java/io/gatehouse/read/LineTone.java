package io.gatehouse.read;

import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The grey values of a line of writing: of most writing the ground takes up more than the ink.
 *
 * @param dark which few pixels are darker than, 0 to 255
 * @param median which half of the pixels are darker than
 * @param light which few pixels are lighter than
 */
record LineTone(int dark, int median, int light) {

  /** Screws, glare and dirt are left out at both ends. */
  private static final double END = 0.04;

  private static final int LEVELS = 256;

  /**
   * Of the rows in the middle, where there is neither frame nor neighbour.
   *
   * @param grey CV_8UC1, the line upright
   */
  static LineTone of(Mat grey) {
    int[] counts = new int[LEVELS];
    int from = grey.rows() / 4;
    int to = grey.rows() - from;
    try (UByteIndexer pixels = grey.createIndexer()) {
      for (int y = from; y < to; y++) {
        for (int x = 0; x < grey.cols(); x++) {
          counts[pixels.get(y, x)]++;
        }
      }
    }
    int all = (to - from) * grey.cols();
    return new LineTone(
        level(counts, END * all), level(counts, all / 2.0), level(counts, all * (1 - END)));
  }

  private static int level(int[] counts, double rank) {
    int level = 0;
    double below = counts[0];
    while (below <= rank && level < LEVELS - 1) {
      level++;
      below += counts[level];
    }
    return level;
  }

  boolean isLightOnDark() {
    return 2 * median < dark + light;
  }
}
