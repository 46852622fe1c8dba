package io.gatehouse.camera.demo;

import static io.gatehouse.camera.demo.Brush.colour;
import static io.gatehouse.camera.demo.Brush.ramp;
import static io.gatehouse.camera.demo.LanePlan.KERB_HEIGHT;
import static io.gatehouse.camera.demo.LanePlan.PORTAL;
import static io.gatehouse.camera.demo.LanePlan.WALL_HEIGHT;
import static io.gatehouse.camera.demo.LanePlan.WALL_NEAR;
import static io.gatehouse.camera.demo.LanePlan.WALL_SIDE;

import java.awt.Color;
import java.util.SplittableRandom;

/** The long wall on the right, weathered, with its striped end. In plain daylight. */
final class WallPainter {

  private static final Color YELLOW = new Color(0xD8A92E);
  private static final Color BLACK = new Color(0x26272A);

  private final ScenePen pen;
  private final Brush b;

  WallPainter(ScenePen pen) {
    this.pen = pen;
    this.b = pen.brush();
  }

  void paint() {
    double near = WALL_NEAR;
    double far = PORTAL;
    pen.side(
        ramp(
            pen.x(WALL_SIDE, far),
            0,
            pen.x(WALL_SIDE, near),
            0,
            colour(0xA8A69F),
            colour(0xB9B7AF),
            colour(0xC4C2BA)),
        WALL_SIDE,
        near,
        KERB_HEIGHT,
        far,
        WALL_HEIGHT);
    pen.side(
        ramp(
            pen.x(WALL_SIDE, far),
            0,
            pen.x(WALL_SIDE, near),
            0,
            colour(0x5E7B7D),
            colour(0x4B6C70)),
        WALL_SIDE,
        near,
        KERB_HEIGHT,
        far,
        0.95);
    pen.line(colour(0xE5E2D8, 0.9), 0.04, WALL_SIDE, 0.97, near, WALL_SIDE, 0.97, far);
    pen.line(colour(0, 0.2), 0.02, WALL_SIDE, 0.93, near, WALL_SIDE, 0.93, far);
    weather(near, far);
    for (double z = 6.6; z < far; z += 2.6) {
      pen.side(colour(0xFFFFFF, 0.1), WALL_SIDE - 0.06, z, KERB_HEIGHT, z + 0.42, WALL_HEIGHT);
      pen.front(colour(0, 0.2), z, WALL_SIDE - 0.06, KERB_HEIGHT, WALL_SIDE, WALL_HEIGHT);
      pen.line(
          colour(0, 0.2),
          0.015,
          WALL_SIDE - 0.06,
          KERB_HEIGHT,
          z + 0.42,
          WALL_SIDE - 0.06,
          WALL_HEIGHT,
          z + 0.42);
    }
    pen.side(colour(0x8D8B84), WALL_SIDE - 0.08, near, WALL_HEIGHT - 0.12, far, WALL_HEIGHT);
    pen.line(colour(0x53575B), 0.035, WALL_SIDE - 0.03, 1.62, near, WALL_SIDE - 0.03, 1.62, far);
    // the foot of the wall lies in its own shade
    pen.line(
        colour(0, 0.28),
        0.09,
        WALL_SIDE - 0.04,
        KERB_HEIGHT,
        near,
        WALL_SIDE - 0.04,
        KERB_HEIGHT,
        far);
    wallEnd();
  }

  private void weather(double near, double far) {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 60; i++) {
      double z = near + (far - near) * random.nextDouble();
      double length = 0.2 + random.nextDouble();
      double width = (0.03 + 0.07 * random.nextDouble());
      pen.face(
          ramp(
              0,
              pen.y(WALL_HEIGHT, z),
              0,
              pen.y(WALL_HEIGHT - length, z),
              colour(0x2E2C28, 0.22),
              colour(0x2E2C28, 0)),
          WALL_SIDE,
          WALL_HEIGHT,
          z,
          WALL_SIDE,
          WALL_HEIGHT - length,
          z + width / 2,
          WALL_SIDE,
          WALL_HEIGHT,
          z + width);
    }
    for (int i = 0; i < 26; i++) {
      double z = near + (far - near) * random.nextDouble();
      double h = 0.2 + 0.6 * random.nextDouble();
      double s = pen.view().scale(z);
      b.ellipse(
          colour(0x2A2722, 0.1),
          pen.x(WALL_SIDE, z),
          pen.y(h, z),
          0.25 * s * random.nextDouble(),
          0.05 * s);
    }
  }

  private void wallEnd() {
    double near = WALL_NEAR;
    pen.front(
        ramp(pen.x(WALL_SIDE, near), 0, pen.x(2.4, near), 0, colour(0xD3D0C7), colour(0x9D9B94)),
        near,
        WALL_SIDE,
        KERB_HEIGHT,
        3,
        WALL_HEIGHT);
    double step = 0.16;
    for (int i = 0; i < 8; i++) {
      double low = KERB_HEIGHT + i * step;
      pen.face(
          i % 2 == 0 ? YELLOW : BLACK,
          WALL_SIDE,
          low,
          near,
          WALL_SIDE,
          low + step,
          near,
          WALL_SIDE + 0.4,
          low + step + 0.2,
          near,
          WALL_SIDE + 0.4,
          low + 0.2,
          near);
    }
    pen.line(
        colour(0xFFFFFF, 0.35), 0.012, WALL_SIDE, KERB_HEIGHT, near, WALL_SIDE, WALL_HEIGHT, near);
  }
}
