package io.gatehouse.support.rpicam;

import java.util.Arrays;
import java.util.List;

/** One grey for each picture, another each time, so that a mix-up shows; and one car. */
final class PatternScene implements Scene {

  /** What rows are padded with: shown, it would be seen. */
  private static final byte PADDING = (byte) 0xEE;

  private final Geometry geometry;

  PatternScene(Geometry geometry) {
    this.geometry = geometry;
  }

  /** The grey of a picture, 20 to 219. */
  static int grey(long number) {
    return (int) (20 + number * 7 % 200);
  }

  @Override
  public Shot shot(long number) {
    byte[] yuv = new byte[geometry.bytes()];
    Arrays.fill(yuv, PADDING);
    int width = geometry.width();
    int height = geometry.height();
    for (int row = 0; row < height; row++) {
      int start = row * geometry.lumaStride();
      Arrays.fill(yuv, start, start + width, (byte) grey(number));
    }
    int chroma = geometry.lumaStride() * height;
    for (int row = 0; row < height; row++) {
      int start = chroma + row * geometry.chromaStride();
      Arrays.fill(yuv, start, start + width / 2, (byte) 128);
    }
    return new Shot(yuv, List.of(new Thing(0.125, 0.25, 0.625, 0.75, 0.84375, 2)));
  }
}
