package io.gatehouse.detect;

import io.gatehouse.camera.Region;

/**
 * A four-cornered outline in pixels of a frame, clockwise from the corner where the text begins.
 *
 * @param x0 top left
 * @param y0 top left
 * @param x1 top right
 * @param y1 top right
 * @param x2 bottom right
 * @param y2 bottom right
 * @param x3 bottom left
 * @param y3 bottom left
 */
public record Quad(float x0, float y0, float x1, float y1, float x2, float y2, float x3, float y3) {

  /** Mean length of the upper and lower edge, in pixels. */
  public double width() {
    return (Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x3, y2 - y3)) / 2;
  }

  /** Mean length of the left and right edge, in pixels. */
  public double height() {
    return (Math.hypot(x3 - x0, y3 - y0) + Math.hypot(x2 - x1, y2 - y1)) / 2;
  }

  public double centerX() {
    return (x0 + x1 + x2 + x3) / 4.0;
  }

  public double centerY() {
    return (y0 + y1 + y2 + y3) / 4.0;
  }

  /** How far the writing direction turns from the horizontal, clockwise, in radians. */
  public double tilt() {
    return Math.atan2(y1 - y0 + y2 - y3, x1 - x0 + x2 - x3);
  }

  /** The same outline in a picture of another scale. */
  public Quad scaled(double factorX, double factorY) {
    return new Quad(
        (float) (x0 * factorX),
        (float) (y0 * factorY),
        (float) (x1 * factorX),
        (float) (y1 * factorY),
        (float) (x2 * factorX),
        (float) (y2 * factorY),
        (float) (x3 * factorX),
        (float) (y3 * factorY));
  }

  /** The upright rectangle around it, cut to a frame of the given size in pixels. */
  public Region bounds(int frameWidth, int frameHeight) {
    int left = pixel(Math.min(Math.min(x0, x1), Math.min(x2, x3)), frameWidth - 1);
    int top = pixel(Math.min(Math.min(y0, y1), Math.min(y2, y3)), frameHeight - 1);
    int right = pixel(Math.max(Math.max(x0, x1), Math.max(x2, x3)), frameWidth);
    int bottom = pixel(Math.max(Math.max(y0, y1), Math.max(y2, y3)), frameHeight);
    return new Region(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private static int pixel(float value, int max) {
    return Math.clamp(Math.round(value), 0, max);
  }
}
