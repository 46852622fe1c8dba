package io.gatehouse.camera.demo;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Everything that stands still, painted once: sky, street, gate, lamps and wet ground. */
final class Backdrop {

  private final LaneView view;
  private final Ambience ambience;
  private final long seed;

  Backdrop(LaneView view, Ambience ambience, long seed) {
    this.view = view;
    this.ambience = ambience;
    this.seed = seed;
  }

  Canvas paint() {
    Canvas canvas = new Canvas(view.width(), view.height());
    paintSky(canvas);
    BufferedImage world =
        new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_ARGB);
    int[] argb = ((DataBufferInt) world.getRaster().getDataBuffer()).getData();
    new GroundPainter(view, seed).paint(argb);
    Graphics2D g = world.createGraphics();
    ScenePen pen = new ScenePen(view, new Brush(g));
    new DistancePainter(pen, ambience, seed).paint();
    paintShadows(pen);
    GatePainter gate = new GatePainter(pen);
    gate.paint();
    new BoothPainter(pen, ambience).paint();
    gate.paintForeground();
    g.dispose();
    LampPainter lamps = new LampPainter(view, ambience);
    lamps.light(argb, lamps.lightMap());
    Graphics2D onto = canvas.image().createGraphics();
    onto.drawImage(world, 0, 0, null);
    onto.dispose();
    lamps.paint(canvas);
    if (ambience.wet()) {
      new WetGround(view, seed).paint(canvas);
    }
    paintVignette(canvas);
    return canvas;
  }

  private void paintSky(Canvas canvas) {
    Graphics2D g = canvas.image().createGraphics();
    double horizon = view.horizon();
    g.setPaint(
        Brush.ramp(
            0,
            -horizon * 0.3,
            0,
            horizon,
            Brush.colour(ambience.skyTop()),
            Brush.colour(Brush.mix(ambience.skyTop(), ambience.skyLow(), 0.45)),
            Brush.colour(ambience.skyLow())));
    g.fillRect(0, 0, view.width(), view.height());
    g.dispose();
    ValueNoise clouds = new ValueNoise(seed + 3);
    int[] pixels = canvas.pixels();
    int light = Brush.mix(ambience.skyLow(), 0xFFFFFF, ambience.green() * 0.5);
    for (int y = 0; y < Math.min(view.height(), (int) horizon + 2); y++) {
      double up = (horizon - y + 6) / horizon;
      for (int x = 0; x < view.width(); x++) {
        double u = (x / (double) view.width() - 0.5) / (0.25 + up) * 5;
        double v = 4 / (0.25 + up);
        double n =
            clouds.at(u * 2, v * 2)
                + 0.5 * clouds.at(u * 5 + 9, v * 5)
                + 0.25 * clouds.at(u * 11, v * 11);
        double share = Math.clamp(n * 0.8 + 0.1, 0, 0.75) * up;
        pixels[y * view.width() + x] = Brush.mix(pixels[y * view.width() + x], light, share);
      }
    }
  }

  /** What the sun behind the booth leaves dark, and the shade at the foot of things. */
  private void paintShadows(ScenePen pen) {
    if (ambience.sun() > 0) {
      for (int i = 0; i < 6; i++) {
        double soft = i * 0.06;
        pen.face(
            Brush.colour(0x101828, 0.055 * ambience.sun()),
            -1.42,
            0,
            6.2 - soft,
            0.25 + soft,
            0,
            5.5 - soft,
            0.95 + soft,
            0,
            7.6 + soft,
            -1.42,
            0,
            8.9 + soft);
        pen.face(
            Brush.colour(0x101828, 0.05 * ambience.sun()),
            -1.42,
            0,
            LanePlan.BOOM - 0.05 - soft,
            1.42,
            0,
            LanePlan.BOOM - 1.0 - soft,
            1.42,
            0,
            LanePlan.BOOM - 0.9 + soft,
            -1.42,
            0,
            LanePlan.BOOM + 0.05 + soft);
      }
    }
    for (int side : new int[] {-1, 1}) {
      for (int i = 1; i <= 5; i++) {
        double edge = side * LanePlan.HALF_LANE;
        double inner = edge - side * 0.05 * i;
        pen.face(
            Brush.colour(0, 0.06),
            edge,
            0,
            LanePlan.KERB_START,
            inner,
            0,
            LanePlan.KERB_START,
            inner,
            0,
            LanePlan.PORTAL,
            edge,
            0,
            LanePlan.PORTAL);
      }
    }
  }

  private void paintVignette(Canvas canvas) {
    int[] pixels = canvas.pixels();
    double cx = view.width() / 2.0;
    double cy = view.height() / 2.0;
    double most = cx * cx + cy * cy;
    for (int y = 0; y < view.height(); y++) {
      for (int x = 0; x < view.width(); x++) {
        double d = ((x - cx) * (x - cx) + (y - cy) * (y - cy)) / most;
        int i = y * view.width() + x;
        pixels[i] = Canvas.dimmed(pixels[i], 1 - 0.36 * d * d);
      }
    }
  }
}
