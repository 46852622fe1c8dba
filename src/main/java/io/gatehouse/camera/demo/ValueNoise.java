package io.gatehouse.camera.demo;

/** Smooth noise over the plane, the same for the same seed everywhere. */
final class ValueNoise {

  private final long seed;

  ValueNoise(long seed) {
    this.seed = seed;
  }

  /** -1 to 1, changing over a distance of about 1. */
  double at(double x, double y) {
    long x0 = (long) Math.floor(x);
    long y0 = (long) Math.floor(y);
    double fx = ease(x - x0);
    double fy = ease(y - y0);
    double top = corner(x0, y0) * (1 - fx) + corner(x0 + 1, y0) * fx;
    double bottom = corner(x0, y0 + 1) * (1 - fx) + corner(x0 + 1, y0 + 1) * fx;
    return top * (1 - fy) + bottom * fy;
  }

  private double corner(long x, long y) {
    long h = seed + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL;
    h = (h ^ h >>> 29) * 0xBF58476D1CE4E5B9L;
    h = (h ^ h >>> 32) * 0x94D049BB133111EBL;
    return (h >> 11) * 0x1.0p-52;
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }
}
