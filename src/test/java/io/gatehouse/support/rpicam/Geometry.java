package io.gatehouse.support.rpicam;

/**
 * Where the bytes of a picture lie, and which part of the sensor it shows: integer arithmetic as
 * the camera stack does it, for the sensor's 2028x1520 mode.
 */
record Geometry(int width, int height) {

  private static final int MODE_WIDTH = 2028;
  private static final int MODE_HEIGHT = 1520;
  static final int SENSOR_WIDTH = 2 * MODE_WIDTH;
  static final int SENSOR_HEIGHT = 2 * MODE_HEIGHT;

  int chromaStride() {
    int bytes = width / 2;
    return bytes % 64 == 0 ? bytes : bytes + 64 - bytes % 64;
  }

  int lumaStride() {
    return chromaStride() * 2;
  }

  int bytes() {
    return lumaStride() * height + chromaStride() * height;
  }

  /** x, y, width, height in sensor pixels. */
  int[] crop() {
    boolean wider = (long) width * MODE_HEIGHT > (long) MODE_WIDTH * height;
    int w = wider ? MODE_WIDTH : MODE_HEIGHT * width / height;
    int h = wider ? MODE_WIDTH * height / width : MODE_HEIGHT;
    w = Math.min(w, MODE_WIDTH);
    int x = MODE_WIDTH / 2 - w / 2;
    int y = MODE_HEIGHT / 2 - h / 2;
    return new int[] {2 * x, 2 * y, 2 * w, 2 * h};
  }
}
