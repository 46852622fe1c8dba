package io.gatehouse.camera.demo;

/** Draws sprites into a canvas, scaled, leaning or mirrored in wet ground, without allocation. */
final class SpriteBlitter {

  private static final int ONE = 1 << 16;

  private final Canvas canvas;
  private int clipLeft;
  private int clipRight;

  SpriteBlitter(Canvas canvas) {
    this.canvas = canvas;
    unclip();
  }

  /** Draws only between the two pixel columns until {@link #unclip()}. */
  void clip(double left, double right) {
    clipLeft = Math.clamp(Math.round(left), 0, canvas.width());
    clipRight = Math.clamp(Math.round(right), 0, canvas.width());
  }

  void unclip() {
    clipLeft = 0;
    clipRight = canvas.width();
  }

  /**
   * @param x where the sprite's anchor comes to stand, pixels
   * @param scale 1 is the size it was painted at
   * @param lean pixels to the right for each pixel upwards
   * @param blur how many times to halve the sharpness
   */
  void draw(Sprite sprite, double x, double y, double scale, double lean, int blur) {
    int index = level(sprite, scale, blur);
    Sprite.Level level = sprite.level(index);
    double size = scale * (1 << index);
    double top = y - sprite.anchorY() * scale;
    int from = Math.max(0, (int) Math.floor(top));
    int to = Math.min(canvas.height(), (int) Math.ceil(top + level.height * size));
    double left = x - sprite.anchorX() * scale;
    for (int row = from; row < to; row++) {
      double sourceY = (row + 0.5 - top) / size - 0.5;
      drawRow(level, row, left + lean * (y - row), sourceY, size, 256);
    }
  }

  /**
   * The sprite upside down below its anchor, fading with distance, as wet ground shows it.
   *
   * @param strength 0 to 1 at the anchor
   * @param reach pixels until it has faded away
   * @param phase shifts the ripples
   */
  void reflect(
      Sprite sprite,
      double x,
      double y,
      double scale,
      double strength,
      double reach,
      double phase) {
    int index = level(sprite, scale, 1);
    Sprite.Level level = sprite.level(index);
    double size = scale * (1 << index);
    double left = x - sprite.anchorX() * scale;
    int from = Math.max(0, (int) Math.ceil(y));
    int to = Math.min(canvas.height(), (int) (y + reach));
    for (int row = from; row < to; row++) {
      double below = row - y;
      double fade = 1 - below / reach;
      double sourceY = (sprite.anchorY() * scale - below) / size;
      double ripple = Math.sin(row * 0.55 + phase) * 1.6 + Math.sin(row * 0.17 - phase) * 2.2;
      drawRow(level, row, left + ripple, sourceY, size, (int) (256 * strength * fade));
    }
  }

  private static int level(Sprite sprite, double scale, int blur) {
    int index = blur;
    for (double s = scale; s <= 0.5; s *= 2) {
      index++;
    }
    return Math.min(index, sprite.levels() - 1);
  }

  private void drawRow(
      Sprite.Level level, int row, double left, double sourceY, double size, int opacity) {
    int y0 = (int) Math.floor(sourceY);
    int fy = (int) ((sourceY - y0) * 256);
    if (y0 < -1 || y0 >= level.height || opacity <= 0) {
      return;
    }
    int upper = Math.max(y0, 0);
    int lower = Math.min(y0 + 1, level.height - 1);
    int inkFirst = Math.min(level.first(upper), level.first(lower));
    int inkEnd = Math.max(level.end(upper), level.end(lower));
    int from = Math.max(clipLeft, (int) Math.floor(left + (inkFirst - 1) * size));
    int to = Math.min(clipRight, (int) Math.ceil(left + (inkEnd + 1) * size));
    long step = Math.round(ONE / size);
    long u = Math.round(((from + 0.5 - left) / size - 0.5) * ONE);
    int[] source = level.argb;
    int[] target = canvas.pixels();
    int upperRow = upper * level.width;
    int lowerRow = lower * level.width;
    int last = level.width - 1;
    boolean exact = step == ONE && (u & 0xFFFF) < 256 && fy == 0;
    int at = row * canvas.width() + from;
    for (int px = from; px < to; px++, at++, u += step) {
      int column = (int) (u >> 16);
      if (column < -1 || column > last) {
        continue;
      }
      int a = Math.max(column, 0);
      int texel;
      if (exact) {
        texel = source[upperRow + a];
      } else {
        int b = Math.min(column + 1, last);
        int fx = (int) (u >> 8 & 255);
        texel =
            blend(
                blend(source[upperRow + a], source[upperRow + b], fx),
                blend(source[lowerRow + a], source[lowerRow + b], fx),
                fy);
      }
      if (opacity < 256) {
        texel = blend(0, texel, opacity);
      }
      int alpha = texel >>> 24;
      if (alpha == 255) {
        target[at] = texel & 0xFFFFFF;
      } else if (alpha > 0) {
        target[at] = over(texel, target[at], 256 - alpha);
      }
    }
  }

  /** From {@code a} (share 0) to {@code b} (share 256), all four channels. */
  private static int blend(int a, int b, int share) {
    if (a == b) {
      return a;
    }
    int rest = 256 - share;
    int redBlue = ((a & 0xFF00FF) * rest + (b & 0xFF00FF) * share) >>> 8 & 0xFF00FF;
    int alphaGreen = (a >>> 8 & 0xFF00FF) * rest + (b >>> 8 & 0xFF00FF) * share & 0xFF00FF00;
    return redBlue | alphaGreen;
  }

  private static int over(int texel, int pixel, int rest) {
    int redBlue = ((((pixel & 0xFF00FF) * rest) >>> 8) & 0xFF00FF) + (texel & 0xFF00FF);
    int green = ((((pixel & 0x00FF00) * rest) >>> 8) & 0x00FF00) + (texel & 0x00FF00);
    return (redBlue & 0xFF00FF) | (green & 0x00FF00);
  }
}
