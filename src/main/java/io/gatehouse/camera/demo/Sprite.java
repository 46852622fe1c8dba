package io.gatehouse.camera.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;

/** A painted thing, ready to be drawn at any size: premultiplied pixels at halving sizes. */
final class Sprite {

  private static final int SMALLEST = 24;

  private final List<Level> levels;
  private final double anchorX;
  private final double anchorY;

  /**
   * @param image of type INT_ARGB_PRE
   * @param anchorX pixel of the image that stands on the ground
   */
  Sprite(BufferedImage image, double anchorX, double anchorY) {
    this.anchorX = anchorX;
    this.anchorY = anchorY;
    List<Level> made = new ArrayList<>();
    made.add(
        new Level(
            ((DataBufferInt) image.getRaster().getDataBuffer()).getData(),
            image.getWidth(),
            image.getHeight()));
    while (Math.min(made.getLast().width, made.getLast().height) > 2 * SMALLEST) {
      made.add(made.getLast().half());
    }
    levels = List.copyOf(made);
  }

  double anchorX() {
    return anchorX;
  }

  double anchorY() {
    return anchorY;
  }

  int levels() {
    return levels.size();
  }

  /** 0 is the painted size, each further one half of the one before. */
  Level level(int index) {
    return levels.get(index);
  }

  /** One size: premultiplied ARGB, row by row, and where each row's ink begins and ends. */
  static final class Level {
    final int[] argb;
    final int width;
    final int height;
    private final int[] first;
    private final int[] end;

    Level(int[] argb, int width, int height) {
      this.argb = argb;
      this.width = width;
      this.height = height;
      this.first = new int[height];
      this.end = new int[height];
      for (int y = 0; y < height; y++) {
        int from = y * width;
        int a = 0;
        while (a < width && argb[from + a] >>> 24 == 0) {
          a++;
        }
        int b = width;
        while (b > a && argb[from + b - 1] >>> 24 == 0) {
          b--;
        }
        first[y] = a;
        end[y] = b;
      }
    }

    int first(int row) {
      return first[row];
    }

    int end(int row) {
      return end[row];
    }

    private Level half() {
      int w = width / 2;
      int h = height / 2;
      int[] out = new int[w * h];
      for (int y = 0; y < h; y++) {
        int from = 2 * y * width;
        for (int x = 0; x < w; x++) {
          int i = from + 2 * x;
          out[y * w + x] = mean(argb[i], argb[i + 1], argb[i + width], argb[i + width + 1]);
        }
      }
      return new Level(out, w, h);
    }

    private static int mean(int a, int b, int c, int d) {
      int redBlue = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF) + 0x020002;
      int alphaGreen =
          (a >>> 8 & 0xFF00FF)
              + (b >>> 8 & 0xFF00FF)
              + (c >>> 8 & 0xFF00FF)
              + (d >>> 8 & 0xFF00FF)
              + 0x020002;
      return (redBlue >>> 2 & 0xFF00FF) | (alphaGreen >>> 2 & 0xFF00FF) << 8;
    }
  }
}
