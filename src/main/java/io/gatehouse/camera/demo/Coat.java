package io.gatehouse.camera.demo;

import static io.gatehouse.camera.demo.Brush.colour;
import static io.gatehouse.camera.demo.Brush.ramp;
import static io.gatehouse.camera.demo.Brush.shade;

import java.awt.Paint;

/**
 * A car's coat of paint, and how it takes the light.
 *
 * @param paint 0xRRGGBB
 * @param half width of the body in metres
 */
record Coat(int paint, double half) {

  /** A panel between two heights: the sky above, the ground's light from below. */
  Paint panel(double top, double bottom) {
    int p = paint;
    // the sky above, a dark line at the horizon, the ground's light from below
    return ramp(
        0,
        top,
        0,
        bottom,
        shade(p, 1.12),
        shade(p, 1.0),
        shade(p, 0.93),
        shade(p, 0.72),
        shade(p, 0.62));
  }

  /** The shade in which the body turns away to both sides; laid over a panel. */
  Paint sides() {
    double w = half;
    return ramp(
        -w,
        0,
        w,
        0,
        colour(0, 0.5),
        colour(0, 0.1),
        colour(0xFFFFFF, 0.1),
        colour(0xFFFFFF, 0.02),
        colour(0, 0),
        colour(0, 0.14),
        colour(0, 0.55));
  }
}
