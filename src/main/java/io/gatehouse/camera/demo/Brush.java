package io.gatehouse.camera.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Draws shapes given by a few points each. The space is the graphics' own: pixels for scenery,
 * metres with y upwards for vehicles ({@link #upright}).
 */
final class Brush {

  private final Graphics2D g;

  Brush(Graphics2D g) {
    this.g = g;
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
  }

  /** A brush in metres on an image, y upwards, origin at the given pixel. */
  static Brush upright(BufferedImage image, double originX, double originY, double scale) {
    Graphics2D g = image.createGraphics();
    g.translate(originX, originY);
    g.scale(scale, -scale);
    return new Brush(g);
  }

  Graphics2D graphics() {
    return g;
  }

  /** This brush's space scaled around a point; for what is farther away than the rest. */
  Brush scaledAbout(double x, double y, double factor) {
    Graphics2D scaled = (Graphics2D) g.create();
    AffineTransform about = AffineTransform.getTranslateInstance(x, y);
    about.scale(factor, factor);
    about.translate(-x, -y);
    scaled.transform(about);
    return new Brush(scaled);
  }

  void dispose() {
    g.dispose();
  }

  void fill(Paint paint, Shape shape) {
    g.setPaint(paint);
    g.fill(shape);
  }

  void polygon(Paint paint, double... xy) {
    fill(paint, rounded(0, xy));
  }

  /** A polygon whose corners are rounded. */
  void soft(Paint paint, double radius, double... xy) {
    fill(paint, rounded(radius, xy));
  }

  /** A polygon that is its own mirror image at x = 0; the right half from top to bottom. */
  void twin(Paint paint, double radius, double... rightHalf) {
    fill(paint, rounded(radius, mirrored(rightHalf)));
  }

  /** The same polygon to the right and to the left of x = 0. */
  void both(Paint paint, double radius, double... xy) {
    fill(paint, rounded(radius, xy));
    fill(paint, rounded(radius, flipped(xy)));
  }

  /** As {@link #soft(Paint, double, double...)}, the corners written as {@code "x y, x y"}. */
  void soft(Paint paint, double radius, String corners) {
    soft(paint, radius, points(corners));
  }

  /** As {@link #twin(Paint, double, double...)}, the corners written as {@code "x y, x y"}. */
  void twin(Paint paint, double radius, String rightHalf) {
    twin(paint, radius, points(rightHalf));
  }

  /** As {@link #both(Paint, double, double...)}, the corners written as {@code "x y, x y"}. */
  void both(Paint paint, double radius, String corners) {
    both(paint, radius, points(corners));
  }

  void line(Paint paint, double stroke, String corners) {
    line(paint, stroke, points(corners));
  }

  void lines(Paint paint, double stroke, String corners) {
    lines(paint, stroke, points(corners));
  }

  /** The numbers of {@code "x y, x y"}. */
  static double[] points(String corners) {
    return Arrays.stream(corners.split("[, ]+")).mapToDouble(Double::parseDouble).toArray();
  }

  void ellipse(Paint paint, double x, double y, double rx, double ry) {
    fill(paint, new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry));
  }

  void ellipses(Paint paint, double x, double y, double rx, double ry) {
    ellipse(paint, x, y, rx, ry);
    ellipse(paint, -x, y, rx, ry);
  }

  void line(Paint paint, double stroke, double... xy) {
    g.setPaint(paint);
    g.setStroke(new BasicStroke((float) stroke, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    g.draw(path);
  }

  void lines(Paint paint, double stroke, double... xy) {
    line(paint, stroke, xy);
    line(paint, stroke, flipped(xy));
  }

  static double[] flipped(double... xy) {
    double[] out = xy.clone();
    for (int i = 0; i < out.length; i += 2) {
      out[i] = -out[i];
    }
    return out;
  }

  static double[] mirrored(double... rightHalf) {
    int n = rightHalf.length;
    double[] out = new double[2 * n];
    System.arraycopy(rightHalf, 0, out, 0, n);
    for (int i = 0; i < n; i += 2) {
      out[n + i] = -rightHalf[n - 2 - i];
      out[n + i + 1] = rightHalf[n - 1 - i];
    }
    return out;
  }

  /** A closed polygon with rounded corners. */
  static Path2D rounded(double radius, double... xy) {
    int n = xy.length / 2;
    Path2D path = new Path2D.Double();
    for (int i = 0; i < n; i++) {
      Point2D corner = point(xy, i);
      Point2D in = towards(corner, point(xy, (i + n - 1) % n), radius);
      Point2D out = towards(corner, point(xy, (i + 1) % n), radius);
      if (i == 0) {
        path.moveTo(in.getX(), in.getY());
      } else {
        path.lineTo(in.getX(), in.getY());
      }
      path.quadTo(corner.getX(), corner.getY(), out.getX(), out.getY());
    }
    path.closePath();
    return path;
  }

  private static Point2D point(double[] xy, int i) {
    return new Point2D.Double(xy[2 * i], xy[2 * i + 1]);
  }

  private static Point2D towards(Point2D from, Point2D to, double radius) {
    double length = from.distance(to);
    double t = length == 0 ? 0 : Math.min(radius / length, 0.5);
    return new Point2D.Double(
        from.getX() + (to.getX() - from.getX()) * t, from.getY() + (to.getY() - from.getY()) * t);
  }

  static Color colour(int rgb) {
    return new Color(rgb);
  }

  static Color colour(int rgb, double opacity) {
    return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, (int) Math.round(255 * opacity));
  }

  /** The colour made lighter (factor above 1) or darker. */
  static Color shade(int rgb, double factor) {
    return new Color(scaled(rgb, factor));
  }

  /** As {@link #shade}, as 0xRRGGBB. */
  static int scaled(int rgb, double factor) {
    return channel((rgb >> 16 & 255) * factor) << 16
        | channel((rgb >> 8 & 255) * factor) << 8
        | channel((rgb & 255) * factor);
  }

  /** From {@code a} (share 0) to {@code b} (share 1). */
  static int mix(int a, int b, double share) {
    int red = channel((a >> 16 & 255) * (1 - share) + (b >> 16 & 255) * share);
    int green = channel((a >> 8 & 255) * (1 - share) + (b >> 8 & 255) * share);
    int blue = channel((a & 255) * (1 - share) + (b & 255) * share);
    return red << 16 | green << 8 | blue;
  }

  private static int channel(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }

  /** Colours evenly spaced from one point to the other. */
  static Paint ramp(double x0, double y0, double x1, double y1, Color... colours) {
    return new LinearGradientPaint(
        new Point2D.Double(x0, y0), new Point2D.Double(x1, y1), even(colours.length), colours);
  }

  /** Colours evenly spaced from the middle outwards. */
  static Paint ball(double x, double y, double radius, Color... colours) {
    return new RadialGradientPaint(
        new Point2D.Double(x, y), (float) radius, even(colours.length), colours);
  }

  private static float[] even(int count) {
    float[] at = new float[count];
    for (int i = 0; i < count; i++) {
      at[i] = i / (float) (count - 1);
    }
    return at;
  }
}
