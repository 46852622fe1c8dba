package io.gatehouse.camera.demo;

import static io.gatehouse.camera.demo.LanePlan.BOOTH_NEAR;
import static io.gatehouse.camera.demo.LanePlan.BOOTH_SIDE;
import static io.gatehouse.camera.demo.LanePlan.PORTAL;
import static io.gatehouse.camera.demo.LanePlan.WALL_SIDE;

import java.awt.Color;
import java.awt.Graphics2D;

/** The lane's lamps: the light they cast and how they look themselves. */
final class LampPainter {

  private static final int WARM = 0xFFC98A;
  private static final int COOL = 0xDCE8FF;
  private static final double LAMP_HEIGHT = 1.86;
  private static final double[] WALL_LAMPS = {7.9, 10.9, 14.2};

  private final LaneView view;
  private final Ambience ambience;

  LampPainter(LaneView view, Ambience ambience) {
    this.view = view;
    this.ambience = ambience;
  }

  /** How much light falls where, 0xRRGGBB: 255 doubles as full daylight from lamps alone. */
  int[] lightMap() {
    Canvas map = new Canvas(view.width(), view.height());
    double s = ambience.lamps();
    for (double z : WALL_LAMPS) {
      pool(map, WALL_SIDE - 0.5, z, 1.9, 1.6, WARM, 0.55 * s);
      cone(map, WALL_SIDE, LAMP_HEIGHT - 0.5, z, 0.55, 1.1, WARM, 0.7 * s);
    }
    pool(map, -0.8, 7.4, 1.5, 1.3, 0xFFE2B8, 0.5 * s);
    cone(map, BOOTH_SIDE - 0.9, 1.5, BOOTH_NEAR, 1.6, 1.1, 0xFFE6C4, 0.75 * s);
    cone(map, BOOTH_SIDE, 1.5, 7.4, 0.6, 1.0, 0xFFE2B8, 0.6 * s);
    pool(map, 0, PORTAL - 1, 2.4, 3.2, COOL, 0.65 * s);
    cone(map, 0, 2.6, PORTAL, 3.2, 1.1, COOL, 0.55 * s);
    // the camera's own lamp
    pool(map, 0, 4.6, 2.7, 2.3, COOL, 0.62 * ambience.flood());
    cone(map, 0, 0.9, 6.5, 3.4, 1.6, COOL, 0.25 * ambience.flood());
    return map.pixels();
  }

  private void pool(
      Canvas map, double x, double z, double rx, double rz, int rgb, double strength) {
    double near = view.y(0, Math.max(2.6, z - rz));
    double far = view.y(0, z + rz);
    double middle = near * 0.4 + far * 0.6;
    // the near half of the ellipse is longer: paint both halves about the same middle
    map.glow(
        view.x(x, z),
        middle,
        rx * view.scale(z),
        Math.max(near - middle, middle - far),
        rgb,
        strength);
    map.glow(
        view.x(x, z), middle, rx * view.scale(z) * 0.6, (near - far) * 0.4, rgb, strength * 0.5);
  }

  private void cone(
      Canvas map,
      double x,
      double above,
      double z,
      double rx,
      double ry,
      int rgb,
      double strength) {
    map.glow(view.x(x, z), view.y(above, z), rx * view.scale(z), ry * view.scale(z), rgb, strength);
  }

  /** Lamps, lit windows and their glare, over the finished picture. */
  void paint(Canvas canvas) {
    double s = ambience.lamps();
    Graphics2D g = canvas.image().createGraphics();
    Brush b = new Brush(g);
    ScenePen pen = new ScenePen(view, b);
    for (double z : WALL_LAMPS) {
      wallLamp(pen, z);
    }
    pen.front(Brush.colour(COOL, Math.min(1, 0.5 + s)), PORTAL - 0.05, -1.7, 2.66, 1.7, 2.71);
    boomLamp(pen);
    g.dispose();
    for (double z : WALL_LAMPS) {
      double r = 0.5 * view.scale(z);
      canvas.glow(view.x(WALL_SIDE - 0.12, z), view.y(LAMP_HEIGHT - 0.03, z), r, r, WARM, 0.75 * s);
      canvas.glow(
          view.x(WALL_SIDE - 0.12, z), view.y(LAMP_HEIGHT, z), r * 3, r * 2.4, WARM, 0.16 * s);
    }
    canvas.glow(
        view.x(0, PORTAL),
        view.y(2.68, PORTAL),
        2.6 * view.scale(PORTAL),
        0.5 * view.scale(PORTAL),
        COOL,
        0.5 * s);
  }

  private static void wallLamp(ScenePen pen, double z) {
    double x = WALL_SIDE - 0.12;
    pen.front(new Color(0x2B2D30), z, x - 0.07, LAMP_HEIGHT + 0.05, WALL_SIDE, LAMP_HEIGHT + 0.11);
    pen.front(new Color(0xFFF0D6), z, x - 0.06, LAMP_HEIGHT - 0.1, x + 0.06, LAMP_HEIGHT + 0.05);
    pen.front(new Color(0x2B2D30), z, x - 0.065, LAMP_HEIGHT - 0.13, x + 0.065, LAMP_HEIGHT - 0.1);
  }

  private static void boomLamp(ScenePen pen) {
    double z = LanePlan.BOOM;
    double s = pen.view().scale(z);
    pen.brush().ellipse(new Color(0xE8A02A), pen.x(-1.65, z), pen.y(1.2, z), 0.055 * s, 0.05 * s);
  }

  /** A picture the lamps' light falls on: every pixel dimmed by the hour and lit by the map. */
  void light(int[] argb, int[] map) {
    for (int i = 0; i < argb.length; i++) {
      if (argb[i] >>> 24 != 0) {
        int m = map[i];
        argb[i] =
            ambience.lit(
                argb[i], (m >> 16 & 255) / 255.0, (m >> 8 & 255) / 255.0, (m & 255) / 255.0);
      }
    }
  }
}
