package io.gatehouse.camera.demo;

/** Where things are on the demo's ground, in metres of {@link LaneView}'s world. */
final class LanePlan {

  static final double HALF_LANE = 1.42;
  static final double KERB_WIDTH = 0.22;
  static final double KERB_HEIGHT = 0.13;
  static final double KERB_START = 4.6;

  static final double STOP_LINE = 8.75;
  static final double MOTORBIKE_STOP = 3.5;
  static final double CAR_STOP = 4.35;

  static final double BOOM = 9.6;
  static final double BOOM_HEIGHT = 0.95;

  static final double BOOTH_SIDE = -1.72;
  static final double BOOTH_NEAR = 6.3;
  static final double BOOTH_FAR = 8.7;

  static final double WALL_SIDE = 1.95;
  static final double WALL_NEAR = 5.0;
  static final double WALL_HEIGHT = 2.3;

  /** The gate's portal: behind it the road turns off. */
  static final double PORTAL = 17;

  static final double OUT_OF_SIGHT = 24;

  private LanePlan() {}
}
