package io.gatehouse.camera.demo;

import java.util.List;

/**
 * Paints one vehicle from behind in plain daylight. Metres, y upwards, origin on the ground under
 * the middle of its tail.
 */
interface BodyPainter {

  void paint(Brush brush);

  /** The lamps' lenses as they look when lit; painted over the finished, shaded body. */
  void paintLitLamps(Brush brush, boolean braking);

  /** Where the tail lamps are, for their glare. */
  List<Lamp> lamps();

  PlateMount mount();

  /** Metres from the middle to either side that the painting needs. */
  double halfWidth();

  /** Metres above the ground that the painting needs. */
  double height();

  /** Metres from the middle to either side of what stands on the ground. */
  double footprint();

  /**
   * A source of light.
   *
   * @param x metres to the right
   * @param y metres above the ground
   * @param radius of the lens in metres
   */
  record Lamp(double x, double y, double radius) {}

  /**
   * Where the plate hangs.
   *
   * @param y metres above the ground of its middle, which is in the middle of the vehicle
   * @param enlarged drawn so many times its true size
   */
  record PlateMount(double y, double enlarged) {}
}
