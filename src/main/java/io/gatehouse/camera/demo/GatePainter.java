package io.gatehouse.camera.demo;

import static io.gatehouse.camera.demo.Brush.colour;
import static io.gatehouse.camera.demo.Brush.ramp;
import static io.gatehouse.camera.demo.LanePlan.HALF_LANE;
import static io.gatehouse.camera.demo.LanePlan.KERB_HEIGHT;
import static io.gatehouse.camera.demo.LanePlan.KERB_START;
import static io.gatehouse.camera.demo.LanePlan.PORTAL;

import java.awt.Color;
import java.util.SplittableRandom;

/** The built things beside the lane: kerbs, portal, posts. In plain daylight. */
final class GatePainter {

  private static final Color YELLOW = new Color(0xD8A92E);
  private static final Color BLACK = new Color(0x26272A);
  private static final Color CONCRETE = new Color(0xA9A8A2);

  private final ScenePen pen;
  private final Brush b;

  GatePainter(ScenePen pen) {
    this.pen = pen;
    this.b = pen.brush();
  }

  void paint() {
    portal();
    hedge();
    walk(1);
    walk(-1);
    new WallPainter(pen).paint();
    boomPost();
  }

  /** What stands nearer than the booth. */
  void paintForeground() {
    bollard(-1.66);
    bollard(1.66);
  }

  private void portal() {
    for (int side : new int[] {-1, 1}) {
      double inner = side * 1.95;
      double outer = side * 2.4;
      pen.front(
          ramp(
              pen.x(inner, PORTAL), 0, pen.x(outer, PORTAL), 0, colour(0xB4B2AB), colour(0x85847F)),
          PORTAL,
          Math.min(inner, outer),
          0,
          Math.max(inner, outer),
          3.1);
      pen.side(colour(0x74736F), inner, PORTAL, 0, PORTAL + 0.5, 3.1);
      pen.front(
          colour(0xC24A24), PORTAL, Math.min(inner, outer), 1.0, Math.max(inner, outer), 1.16);
    }
    pen.front(
        ramp(0, pen.y(3.05, PORTAL), 0, pen.y(2.7, PORTAL), colour(0xC9C7C0), colour(0x8C8B86)),
        PORTAL,
        -2.6,
        2.72,
        2.6,
        3.08);
    pen.front(colour(0x2F6F73), PORTAL, -2.6, 2.86, 2.6, 2.98);
    // height limit, hung on chains
    for (double x = -1.5; x < 1.5; x += 0.3) {
      boolean dark = Math.floorMod(Math.round((x + 1.5) / 0.3), 2L) == 1;
      pen.front(dark ? BLACK : YELLOW, PORTAL - 0.2, x, 2.3, x + 0.3, 2.4);
    }
    pen.line(colour(0x3A3B3D), 0.02, -1.2, 2.72, PORTAL, -1.2, 2.4, PORTAL);
    pen.line(colour(0x3A3B3D), 0.02, 1.2, 2.72, PORTAL, 1.2, 2.4, PORTAL);
  }

  private void hedge() {
    pen.top(colour(0x9C9A91), KERB_HEIGHT, -5, 9, -HALF_LANE, PORTAL);
    pen.side(
        ramp(0, pen.y(0.9, 11), 0, pen.y(0.1, 11), colour(0x5C7A44), colour(0x2F4527)),
        -2.3,
        9,
        KERB_HEIGHT,
        PORTAL,
        0.85);
    pen.front(colour(0x41592F), 9, -5, KERB_HEIGHT, -2.3, 0.85);
    SplittableRandom random = new SplittableRandom(41);
    for (int i = 0; i < 420; i++) {
      double z = 9 + 8 * random.nextDouble();
      double h = 0.2 + 0.72 * random.nextDouble();
      double r = (0.03 + 0.04 * random.nextDouble()) * pen.view().scale(z);
      int leaf = Brush.scaled(0x5F8046, 0.5 + 0.6 * h + 0.25 * random.nextDouble());
      b.ellipse(colour(leaf), pen.x(-2.3, z), pen.y(h, z), r, r * 0.8);
    }
  }

  /** Kerb and pavement on one side, -1 left or 1 right. */
  private void walk(int side) {
    double edge = side * HALF_LANE;
    double back = side * 6;
    pen.top(
        ramp(0, pen.y(0, PORTAL), 0, pen.y(0, KERB_START), colour(0x9B9A94), colour(0xB2B0A8)),
        KERB_HEIGHT,
        Math.min(edge, back),
        KERB_START,
        Math.max(edge, back),
        PORTAL);
    // paving joints
    for (double z = KERB_START + 0.6; z < 12; z += 0.6) {
      pen.line(colour(0, 0.14), 0.012, edge, KERB_HEIGHT, z, side * 2.4, KERB_HEIGHT, z);
    }
    pen.line(
        colour(0, 0.16),
        0.012,
        side * (HALF_LANE + 0.22),
        KERB_HEIGHT,
        KERB_START,
        side * (HALF_LANE + 0.22),
        KERB_HEIGHT,
        PORTAL);
    for (double z = KERB_START; z < PORTAL; z += 0.5) {
      boolean dark = Math.floorMod(Math.round((z - KERB_START) / 0.5), 2L) == 1;
      Color paint = dark ? BLACK : YELLOW;
      pen.side(paint, edge, z, 0, Math.min(z + 0.5, PORTAL), KERB_HEIGHT);
    }
    // the nose towards the camera
    for (int i = 0; i < 12; i++) {
      double from = HALF_LANE + i * 0.4;
      pen.front(
          i % 2 == 0 ? YELLOW : BLACK,
          KERB_START,
          Math.min(side * from, side * (from + 0.4)),
          0,
          Math.max(side * from, side * (from + 0.4)),
          KERB_HEIGHT);
    }
    pen.line(colour(0xFFFFFF, 0.3), 0.01, edge, KERB_HEIGHT, KERB_START, edge, KERB_HEIGHT, PORTAL);
    // dirt gathers in the gutter
    pen.top(
        ramp(pen.x(edge, 6), 0, pen.x(edge - side * 0.3, 6), 0, colour(0, 0.32), colour(0, 0)),
        0,
        Math.min(edge, edge - side * 0.02),
        KERB_START,
        Math.max(edge, edge - side * 0.02),
        PORTAL);
  }

  private void boomPost() {
    double z = LanePlan.BOOM;
    pen.front(colour(0x3B3D40), z, -1.86, KERB_HEIGHT, -1.44, KERB_HEIGHT + 0.05);
    pen.front(
        ramp(
            pen.x(-1.82, z),
            0,
            pen.x(-1.48, z),
            0,
            colour(0xE8702C),
            colour(0xD35A1C),
            colour(0x8E3A10)),
        z,
        -1.82,
        KERB_HEIGHT + 0.05,
        -1.48,
        1.12);
    pen.front(colour(0xF1F0EB), z, -1.82, 0.62, -1.48, 0.7);
    pen.front(colour(0x4A4C50), z, -1.84, 1.12, -1.46, 1.17);
    pen.front(CONCRETE, z, 1.5, KERB_HEIGHT, 1.6, 0.86);
    pen.front(BLACK, z, 1.47, 0.86, 1.63, 0.92);
  }

  private void bollard(double x) {
    double z = KERB_START + 0.18;
    double s = pen.view().scale(z);
    b.ellipse(colour(0, 0.35), pen.x(x, z), pen.y(KERB_HEIGHT, z), 0.13 * s, 0.035 * s);
    double[] bands = {KERB_HEIGHT, 0.32, 0.46, 0.6, 0.74, 0.86};
    for (int i = 0; i + 1 < bands.length; i++) {
      int paint = i % 2 == 0 ? 0xD8A92E : 0x2B2C2F;
      pen.front(
          ramp(
              pen.x(x - 0.075, z),
              0,
              pen.x(x + 0.075, z),
              0,
              Brush.shade(paint, 0.75),
              Brush.shade(paint, 1.15),
              Brush.shade(paint, 0.9),
              Brush.shade(paint, 0.45)),
          z,
          x - 0.075,
          bands[i],
          x + 0.075,
          bands[i + 1] + 0.005);
    }
    b.ellipse(colour(0xE3B93F), pen.x(x, z), pen.y(0.865, z), 0.075 * s, 0.02 * s);
  }
}
