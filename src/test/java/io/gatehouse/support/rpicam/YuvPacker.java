package io.gatehouse.support.rpicam;

/** Makes padded full-range BT.601 planes of pictures, pixel by pixel: slow and plain. */
final class YuvPacker {

  /** A pixel's colour as {@code 0xRRGGBB}. */
  @FunctionalInterface
  interface Pixels {
    int rgb(int x, int y);
  }

  private YuvPacker() {}

  static byte[] pack(Geometry geometry, Pixels pixels) {
    byte[] yuv = new byte[geometry.bytes()];
    int u = geometry.lumaStride() * geometry.height();
    int v = u + geometry.chromaStride() * (geometry.height() / 2);
    for (int y = 0; y < geometry.height(); y++) {
      for (int x = 0; x < geometry.width(); x++) {
        int rgb = pixels.rgb(x, y);
        double r = rgb >> 16 & 0xFF;
        double g = rgb >> 8 & 0xFF;
        double b = rgb & 0xFF;
        double luma = 0.299 * r + 0.587 * g + 0.114 * b;
        yuv[y * geometry.lumaStride() + x] = level(luma);
        if (x % 2 == 0 && y % 2 == 0) {
          int at = y / 2 * geometry.chromaStride() + x / 2;
          yuv[u + at] = level(128 + (b - luma) / 1.772);
          yuv[v + at] = level(128 + (r - luma) / 1.402);
        }
      }
    }
    return yuv;
  }

  private static byte level(double value) {
    return (byte) Math.clamp(Math.round(value), 0, 255);
  }
}
