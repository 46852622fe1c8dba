package io.gatehouse.vote;

import io.gatehouse.camera.Region;

/** How places in the picture lie to each other. */
final class Places {

  private Places() {}

  /** Distance of the centres, in widths of the wider one. */
  static double shift(Region a, Region b) {
    double distance = Math.hypot(a.centerX() - b.centerX(), a.centerY() - b.centerY());
    return distance / Math.max(a.width(), b.width());
  }
}
