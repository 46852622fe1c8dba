package io.gatehouse.camera.demo;

import static io.gatehouse.camera.demo.Brush.colour;
import static io.gatehouse.camera.demo.Brush.ramp;
import static io.gatehouse.camera.demo.LanePlan.BOOTH_FAR;
import static io.gatehouse.camera.demo.LanePlan.BOOTH_NEAR;
import static io.gatehouse.camera.demo.LanePlan.BOOTH_SIDE;
import static io.gatehouse.camera.demo.LanePlan.KERB_HEIGHT;

/** The guard's booth, with the guard in it. */
final class BoothPainter {

  private static final double LEFT = -4.4;
  private static final double TOP = 2.75;
  private static final double SILL = 1.02;
  private static final double LINTEL = 2.3;

  private final ScenePen pen;
  private final int roomHigh;
  private final int roomLow;

  BoothPainter(ScenePen pen, Ambience ambience) {
    this.pen = pen;
    boolean evening = ambience.lamps() > 0.3;
    this.roomHigh = evening ? 0xF6D9A6 : 0x5B6E78;
    this.roomLow = evening ? 0xB58A55 : 0x35434B;
  }

  void paint() {
    shell();
    frontWindow();
    sideWindow();
    pen.front(colour(0x3E4A50), BOOTH_NEAR, LEFT, KERB_HEIGHT, BOOTH_SIDE, KERB_HEIGHT + 0.14);
    pen.side(colour(0x333D42), BOOTH_SIDE, BOOTH_NEAR, KERB_HEIGHT, BOOTH_FAR, KERB_HEIGHT + 0.14);
    terminal();
  }

  private void shell() {
    pen.side(
        ramp(
            pen.x(BOOTH_SIDE, BOOTH_NEAR),
            0,
            pen.x(BOOTH_SIDE, BOOTH_FAR),
            0,
            colour(0xA9B0B1),
            colour(0x8C9495)),
        BOOTH_SIDE,
        BOOTH_NEAR,
        KERB_HEIGHT,
        BOOTH_FAR,
        TOP);
    pen.front(
        ramp(
            0, pen.y(TOP, BOOTH_NEAR), 0, pen.y(0, BOOTH_NEAR), colour(0xE1E4E2), colour(0xC2C7C6)),
        BOOTH_NEAR,
        LEFT,
        KERB_HEIGHT,
        BOOTH_SIDE,
        TOP);
    pen.front(colour(0x2F6F73), BOOTH_NEAR, LEFT, 0.74, BOOTH_SIDE, 0.88);
    pen.side(colour(0x255659), BOOTH_SIDE, BOOTH_NEAR, 0.74, BOOTH_FAR, 0.88);
    for (double x = -4; x < BOOTH_SIDE; x += 0.55) {
      pen.line(colour(0, 0.1), 0.008, x, KERB_HEIGHT, BOOTH_NEAR, x, SILL, BOOTH_NEAR);
    }
    pen.line(
        colour(0xFFFFFF, 0.5),
        0.014,
        BOOTH_SIDE,
        KERB_HEIGHT,
        BOOTH_NEAR,
        BOOTH_SIDE,
        TOP,
        BOOTH_NEAR);
  }

  private void frontWindow() {
    double right = BOOTH_SIDE - 0.14;
    double left = right - 1.5;
    pen.front(colour(0x4C575C), BOOTH_NEAR, left - 0.05, SILL - 0.05, right + 0.05, LINTEL + 0.05);
    pen.front(
        ramp(
            0,
            pen.y(LINTEL, BOOTH_NEAR),
            0,
            pen.y(SILL, BOOTH_NEAR),
            colour(roomHigh),
            colour(roomLow)),
        BOOTH_NEAR,
        left,
        SILL,
        right,
        LINTEL);
    guard(right - 0.62);
    pen.face(
        colour(0xFFFFFF, 0.13),
        left + 0.2,
        SILL,
        BOOTH_NEAR,
        left + 0.75,
        LINTEL,
        BOOTH_NEAR,
        left + 1.1,
        LINTEL,
        BOOTH_NEAR,
        left + 0.55,
        SILL,
        BOOTH_NEAR);
    pen.front(colour(0x59666B), BOOTH_NEAR, left + 0.73, SILL, left + 0.77, LINTEL);
    pen.front(
        colour(0xCBD0CF), BOOTH_NEAR - 0.02, left - 0.1, SILL - 0.09, right + 0.1, SILL - 0.03);
  }

  private void guard(double x) {
    double z = BOOTH_NEAR;
    double s = pen.view().scale(z);
    Brush b = pen.brush();
    double px = pen.x(x, z);
    // shoulders, head, cap; he looks at his screen
    b.soft(
        colour(0x3C5A78),
        0.06 * s,
        px - 0.24 * s,
        pen.y(SILL, z),
        px - 0.21 * s,
        pen.y(1.3, z),
        px - 0.07 * s,
        pen.y(1.4, z),
        px + 0.07 * s,
        pen.y(1.4, z),
        px + 0.21 * s,
        pen.y(1.3, z),
        px + 0.24 * s,
        pen.y(SILL, z));
    b.ellipse(colour(0xA9795A), px, pen.y(1.49, z), 0.085 * s, 0.11 * s);
    b.soft(
        colour(0x24364A),
        0.03 * s,
        px - 0.1 * s,
        pen.y(1.53, z),
        px - 0.095 * s,
        pen.y(1.63, z),
        px + 0.095 * s,
        pen.y(1.63, z),
        px + 0.1 * s,
        pen.y(1.53, z));
    b.soft(
        colour(0x172430),
        0.01 * s,
        px - 0.02 * s,
        pen.y(1.55, z),
        px + 0.16 * s,
        pen.y(1.545, z),
        px + 0.15 * s,
        pen.y(1.525, z),
        px - 0.02 * s,
        pen.y(1.525, z));
    pen.front(colour(0x1B2024), z, x + 0.2, SILL, x + 0.52, SILL + 0.26);
    pen.front(colour(0x9CC4D8), z, x + 0.215, SILL + 0.02, x + 0.505, SILL + 0.24);
  }

  private void sideWindow() {
    double near = BOOTH_NEAR + 0.35;
    double far = BOOTH_FAR - 0.35;
    pen.side(colour(0x434D52), BOOTH_SIDE, near - 0.06, SILL - 0.05, far + 0.06, LINTEL + 0.05);
    pen.side(
        ramp(
            pen.x(BOOTH_SIDE, near),
            0,
            pen.x(BOOTH_SIDE, far),
            0,
            colour(roomHigh),
            colour(roomLow)),
        BOOTH_SIDE,
        near,
        SILL,
        far,
        LINTEL);
    double middle = (near + far) / 2;
    pen.line(colour(0x59666B), 0.04, BOOTH_SIDE, SILL, middle, BOOTH_SIDE, LINTEL, middle);
    pen.top(colour(0xC9CECD), SILL - 0.06, BOOTH_SIDE, near, BOOTH_SIDE + 0.17, far);
    pen.front(colour(0x8C9495), near, BOOTH_SIDE, SILL - 0.1, BOOTH_SIDE + 0.17, SILL - 0.06);
  }

  /** The card reader on its post. */
  private void terminal() {
    double z = BOOTH_NEAR - 0.35;
    double x = -1.6;
    pen.front(
        ramp(pen.x(x - 0.04, z), 0, pen.x(x + 0.04, z), 0, colour(0x9A9FA3), colour(0x55595D)),
        z,
        x - 0.035,
        KERB_HEIGHT,
        x + 0.035,
        1.0);
    pen.front(colour(0x202327), z, x - 0.12, 0.94, x + 0.12, 1.26);
    pen.front(
        ramp(0, pen.y(1.23, z), 0, pen.y(1.12, z), colour(0x79C7E8), colour(0x2C6F94)),
        z,
        x - 0.09,
        1.11,
        x + 0.09,
        1.23);
    pen.front(colour(0x3CB56B), z, x - 0.03, 1.0, x + 0.03, 1.05);
  }
}
