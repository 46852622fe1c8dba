package io.gatehouse.camera.demo;

import io.gatehouse.plate.Glyph;
import io.gatehouse.plate.PathSegment;
import io.gatehouse.plate.PlacedGlyph;
import io.gatehouse.plate.PlateAlphabet;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.PlateLayout;
import io.gatehouse.plate.PlateShape;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.SplittableRandom;

/** Paints plates as they hang on vehicles: stamped, screwed on, a little askew and dirty. */
final class PlatePainter {

  private final PlateAlphabet alphabet;

  PlatePainter(PlateAlphabet alphabet) {
    this.alphabet = alphabet;
  }

  /**
   * @param g in millimetres of the plate, origin at its top left corner
   * @param light how the plate is lit, 1 by day
   */
  void paint(Graphics2D g, DemoVehicle vehicle, double light) {
    DemoPlate plate = vehicle.plate();
    PlateShape shape = plate.shape();
    int ground = Brush.scaled(ground(plate), light);
    Color ink = Brush.shade(ink(plate), light);
    Brush b = new Brush(g);
    RoundRectangle2D metal = metal(shape, 0);
    AffineTransform straight = g.getTransform();
    g.translate(3, 5);
    b.fill(Brush.colour(0, 0.45), metal);
    g.setTransform(straight);
    b.fill(
        Brush.ramp(
            0,
            0,
            0,
            shape.height(),
            Brush.shade(ground, 1.03),
            Brush.shade(ground, 0.98),
            Brush.shade(ground, 0.86)),
        metal);
    g.setColor(ink);
    g.setStroke(new BasicStroke((float) shape.frameWidth()));
    g.draw(metal(shape, shape.frameInset()));
    for (PlacedGlyph placed : PlateLayout.of(plate.plate(), shape, alphabet).glyphs()) {
      stamp(g, placed.glyph(), ink);
    }
    screws(b, shape, light);
    dirt(b, shape, vehicle, light);
  }

  private static void stamp(Graphics2D g, Glyph glyph, Color ink) {
    Path2D path = path(glyph);
    g.setStroke(
        new BasicStroke(
            (float) glyph.strokeWidth(),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER,
            (float) PlateAlphabet.MITER_LIMIT));
    // the stamp's edge catches light below and to the right
    AffineTransform straight = g.getTransform();
    g.translate(0.9, 1.1);
    g.setColor(Brush.colour(0xFFFFFF, 0.35));
    g.draw(path);
    g.setTransform(straight);
    g.setColor(ink);
    g.draw(path);
  }

  private static Path2D path(Glyph glyph) {
    Path2D path = new Path2D.Double();
    for (PathSegment segment : glyph.path()) {
      switch (segment) {
        case PathSegment.Move(double x, double y) -> path.moveTo(x, y);
        case PathSegment.Line(double x, double y) -> path.lineTo(x, y);
        case PathSegment.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
            path.curveTo(x1, y1, x2, y2, x, y);
        case PathSegment.Close _ -> path.closePath();
      }
    }
    return path;
  }

  private static void screws(Brush b, PlateShape shape, double light) {
    boolean motorbike = shape == PlateShape.MOTORBIKE;
    double y = shape.lines() == 2 ? shape.height() * (motorbike ? 0.5 : 0.1) : shape.height() * 0.5;
    double inset = shape.lines() == 2 ? shape.width() * (motorbike ? 0.045 : 0.25) : 13;
    double r = motorbike ? 3.2 : 4.6;
    for (double x : new double[] {inset, shape.width() - inset}) {
      b.ellipse(Brush.colour(0, 0.35), x + 0.8, y + 1.2, r, r);
      b.ellipse(
          Brush.ball(
              x - r * 0.3,
              y - r * 0.3,
              r * 1.4,
              Brush.shade(0xD8DADB, light),
              Brush.shade(0x6A6E72, light)),
          x,
          y,
          r * 0.92,
          r * 0.92);
    }
  }

  private static void dirt(Brush b, PlateShape shape, DemoVehicle vehicle, double light) {
    SplittableRandom random =
        new SplittableRandom(vehicle.number() * 31L + vehicle.plate().text().hashCode());
    int mud = Brush.scaled(0x6B5B45, light);
    double w = shape.width();
    double h = shape.height();
    b.fill(
        Brush.ramp(
            0,
            h * 0.45,
            0,
            h,
            Brush.colour(mud, 0),
            Brush.colour(mud, 0.06 + 0.16 * vehicle.dirt())),
        metal(shape, 0));
    int specks = (int) (8 + 26 * vehicle.dirt());
    for (int i = 0; i < specks; i++) {
      double r = h * (0.005 + 0.014 * random.nextDouble() * random.nextDouble());
      b.ellipse(
          Brush.colour(mud, 0.25 + 0.3 * random.nextDouble()),
          w * random.nextDouble(),
          h * (0.25 + 0.75 * random.nextDouble()),
          r,
          r * 0.8);
    }
    if (vehicle.visibility() == DemoVisibility.MUDDY) {
      mud(b, shape, random, light);
    }
  }

  private static void mud(Brush b, PlateShape shape, SplittableRandom random, double light) {
    Graphics2D clipped = (Graphics2D) b.graphics().create();
    clipped.clip(metal(shape, 0));
    Brush inside = new Brush(clipped);
    inside.fill(Brush.colour(Brush.scaled(0x5A4A36, light), 0.8), metal(shape, 0));
    for (int i = 0; i < 170; i++) {
      double r = shape.height() * (0.06 + 0.16 * random.nextDouble());
      int mud = Brush.scaled(0x5A4A36, light * (0.85 + 0.3 * random.nextDouble()));
      inside.ellipse(
          Brush.colour(mud, 0.6),
          shape.width() * random.nextDouble(),
          shape.height() * random.nextDouble(),
          r * 1.3,
          r);
    }
    inside.dispose();
  }

  private static RoundRectangle2D metal(PlateShape shape, double inset) {
    double arc = 2 * (shape.cornerRadius() - inset * 0.6);
    return new RoundRectangle2D.Double(
        inset, inset, shape.width() - 2 * inset, shape.height() - 2 * inset, arc, arc);
  }

  /** Colour of the ground in daylight, 0xRRGGBB. */
  static int ground(DemoPlate plate) {
    return switch (plate.colour()) {
      case WHITE, UNKNOWN -> 0xEFEFE9;
      case YELLOW -> 0xF2B71C;
      case BLUE -> 0x1D4E9E;
      case RED -> 0xBB2028;
    };
  }

  private static int ink(DemoPlate plate) {
    if (plate.plate().kind() == PlateKind.FOREIGN) {
      return 0xB0121C;
    }
    return switch (plate.colour()) {
      case WHITE, YELLOW, UNKNOWN -> 0x16171A;
      case BLUE, RED -> 0xF4F4F0;
    };
  }
}
