package io.gatehouse.camera.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** The barrier's arm. */
final class BoomPainter {

  private static final double PIVOT = -1.62;
  private static final double LENGTH = 3.15;
  private static final double THICK = 0.085;
  private static final double OPEN = Math.toRadians(82);
  private static final int STRIPES = 9;

  private final LaneView view;
  private final Color white;
  private final Color red;
  private final Color dark;
  private final Color lamp = new Color(0xFF4038);

  BoomPainter(LaneView view, Ambience ambience) {
    this.view = view;
    double lamps = 0.35 * ambience.lamps();
    this.white = new Color(ambience.lit(0xEDEBE4, lamps, lamps, lamps) & 0xFFFFFF);
    this.red = new Color(ambience.lit(0xC5281F, lamps, lamps, lamps) & 0xFFFFFF);
    this.dark = new Color(ambience.lit(0x3A3C40, lamps, lamps, lamps) & 0xFFFFFF);
  }

  /**
   * @param open 0 closed to 1 open
   */
  void paint(Canvas canvas, double open) {
    double s = view.scale(LanePlan.BOOM);
    Graphics2D g = canvas.image().createGraphics();
    Brush brush = new Brush(g);
    AffineTransform t =
        AffineTransform.getTranslateInstance(
            view.x(PIVOT, LanePlan.BOOM), view.y(LanePlan.BOOM_HEIGHT, LanePlan.BOOM));
    t.scale(s, -s);
    double ease = open * open * (3 - 2 * open);
    t.rotate(OPEN * ease);
    g.transform(t);
    brush.fill(dark, new Rectangle2D.Double(-0.28, -0.075, 0.42, 0.15));
    double stripe = (LENGTH - 0.12) / STRIPES;
    for (int i = 0; i < STRIPES; i++) {
      double x = 0.12 + i * stripe;
      brush.polygon(
          i % 2 == 0 ? red : white,
          x,
          -THICK / 2,
          x + stripe,
          -THICK / 2,
          x + stripe,
          THICK / 2,
          x,
          THICK / 2);
    }
    brush.fill(
        Brush.colour(0, 0.25), new Rectangle2D.Double(0.12, -THICK / 2, LENGTH - 0.12, 0.025));
    brush.fill(
        Brush.colour(0xFFFFFF, 0.25),
        new Rectangle2D.Double(0.12, THICK / 2 - 0.02, LENGTH - 0.12, 0.015));
    brush.ellipse(lamp, LENGTH - 0.06, 0, 0.03, 0.03);
    g.dispose();
    double angle = OPEN * ease;
    double reach = LENGTH - 0.06;
    canvas.glow(
        view.x(PIVOT + reach * Math.cos(angle), LanePlan.BOOM),
        view.y(LanePlan.BOOM_HEIGHT + reach * Math.sin(angle), LanePlan.BOOM),
        0.16 * s,
        0.16 * s,
        0xFF4038,
        0.6);
  }
}
