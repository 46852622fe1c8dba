package io.gatehouse.camera.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** The picture being painted: 0xRRGGBB pixels that Java2D and our own loops both write. */
final class Canvas {

  private static final int STEPS = 1024;
  private static final float[] FALLOFF = falloff();

  private final BufferedImage image;
  private final int[] pixels;

  Canvas(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  BufferedImage image() {
    return image;
  }

  int[] pixels() {
    return pixels;
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  void copyFrom(Canvas other) {
    System.arraycopy(other.pixels, 0, pixels, 0, pixels.length);
  }

  /** Adds light: an ellipse of radii {@code rx}, {@code ry} that fades out to its rim. */
  void glow(double x, double y, double rx, double ry, int rgb, double strength) {
    ellipse(x, y, rx, ry, (at, fade) -> pixels[at] = added(pixels[at], rgb, fade * strength));
  }

  /** Takes light away: black where {@code strength} is 1, at the ellipse's middle. */
  void shade(double x, double y, double rx, double ry, double strength) {
    ellipse(x, y, rx, ry, (at, fade) -> pixels[at] = dimmed(pixels[at], 1 - fade * strength));
  }

  private interface Dab {
    void at(int index, double fade);
  }

  private void ellipse(double x, double y, double rx, double ry, Dab dab) {
    int top = Math.max(0, (int) (y - ry));
    int bottom = Math.min(height() - 1, (int) (y + ry) + 1);
    int left = Math.max(0, (int) (x - rx));
    int right = Math.min(width() - 1, (int) (x + rx) + 1);
    double perX = 1 / (rx * rx);
    for (int py = top; py <= bottom; py++) {
      double vy = (py - y) * (py - y) / (ry * ry);
      int row = py * width();
      for (int px = left; px <= right; px++) {
        double d = vy + (px - x) * (px - x) * perX;
        if (d < 1) {
          dab.at(row + px, FALLOFF[(int) (d * STEPS)]);
        }
      }
    }
  }

  static int added(int pixel, int rgb, double share) {
    int s = (int) (share * 256);
    int r = Math.min(255, (pixel >> 16 & 255) + (((rgb >> 16 & 255) * s) >> 8));
    int g = Math.min(255, (pixel >> 8 & 255) + (((rgb >> 8 & 255) * s) >> 8));
    int b = Math.min(255, (pixel & 255) + (((rgb & 255) * s) >> 8));
    return (r << 16) | (g << 8) | b;
  }

  static int dimmed(int pixel, double factor) {
    int s = (int) (factor * 256);
    int redBlue = (((pixel & 0xFF00FF) * s) >>> 8) & 0xFF00FF;
    int green = (((pixel & 0x00FF00) * s) >>> 8) & 0x00FF00;
    return redBlue | green;
  }

  /** Over the squared distance, 1 in the middle to 0 at the rim. */
  private static float[] falloff() {
    float[] table = new float[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double d = 1 - i / (double) STEPS;
      table[i] = (float) (d * d * d);
    }
    return table;
  }
}
