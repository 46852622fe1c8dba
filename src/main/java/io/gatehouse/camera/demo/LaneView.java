package io.gatehouse.camera.demo;

/**
 * The demo camera's perspective: a pinhole over the middle of the lane whose image plane stands
 * upright, so that upright things stay upright. World units are metres: x to the right of the
 * lane's middle, height above the ground, depth away from the camera.
 *
 * @param width pixels
 * @param height pixels
 */
record LaneView(int width, int height) {

  /** All lengths in pixels are given for this picture height. */
  static final double BASE_HEIGHT = 720;

  static final double EYE_HEIGHT = 1.2;

  private static final double FOCAL = 1500;
  private static final double HORIZON = 170;

  /** Pixels of this picture for one pixel of the base height. */
  double unit() {
    return height / BASE_HEIGHT;
  }

  /** Pixels a metre at the given depth. */
  double scale(double depth) {
    return FOCAL * unit() / depth;
  }

  double x(double x, double depth) {
    return width / 2.0 + x * scale(depth);
  }

  double y(double above, double depth) {
    return horizon() + (EYE_HEIGHT - above) * scale(depth);
  }

  double horizon() {
    return HORIZON * unit();
  }

  /** Depth of the ground at a pixel row below the horizon. */
  double depthAt(double row) {
    return FOCAL * unit() * EYE_HEIGHT / (row - horizon());
  }
}
