package io.gatehouse.camera;

/**
 * An upright rectangle in pixels of a frame, origin top left.
 *
 * @param x left edge
 * @param y top edge
 * @param width at least 1
 * @param height at least 1
 */
public record Region(int x, int y, int width, int height) {

  public Region {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("empty region %dx%d".formatted(width, height));
    }
  }

  public int right() {
    return x + width;
  }

  public int bottom() {
    return y + height;
  }

  public double centerX() {
    return x + width / 2.0;
  }

  public double centerY() {
    return y + height / 2.0;
  }

  /**
   * This region grown by the given share of its own size on each side, cut to a frame of the given
   * size in pixels.
   */
  public Region padded(double share, int frameWidth, int frameHeight) {
    int dx = (int) Math.round(width * share);
    int dy = (int) Math.round(height * share);
    int left = Math.clamp(x - dx, 0, frameWidth - 1);
    int top = Math.clamp(y - dy, 0, frameHeight - 1);
    int right = Math.clamp(right() + dx, left + 1, frameWidth);
    int bottom = Math.clamp(bottom() + dy, top + 1, frameHeight);
    return new Region(left, top, right - left, bottom - top);
  }

  /** Whether a point lies in it. */
  public boolean contains(double pointX, double pointY) {
    return pointX >= x && pointX < right() && pointY >= y && pointY < bottom();
  }

  /** This region seen from a frame in which its own frame begins at {@code (dx, dy)}. */
  public Region shifted(int dx, int dy) {
    return new Region(x + dx, y + dy, width, height);
  }

  /** The smallest region that holds both. */
  public Region union(Region other) {
    int left = Math.min(x, other.x);
    int top = Math.min(y, other.y);
    return new Region(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }

  /** Intersection over union, 0 to 1. */
  public double overlap(Region other) {
    long w = Math.max(0, Math.min(right(), other.right()) - Math.max(x, other.x));
    long h = Math.max(0, Math.min(bottom(), other.bottom()) - Math.max(y, other.y));
    long both = w * h;
    return both / (double) ((long) width * height + (long) other.width * other.height - both);
  }
}
