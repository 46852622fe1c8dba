package io.gatehouse.camera.demo;

import static io.gatehouse.camera.demo.Brush.colour;
import static io.gatehouse.camera.demo.Brush.ramp;

import java.util.SplittableRandom;

/** What lies behind the gate: houses, trees, the street. Painted in daylight, hazed by distance. */
final class DistancePainter {

  private static final int[] HOUSES = {0xC9BCA6, 0xB7A592, 0xD2CDBF, 0xA9A49C, 0xC4A98A, 0x9FA7AE};

  private final ScenePen pen;
  private final Brush b;
  private final Ambience ambience;
  private final double unit;
  private final SplittableRandom random;

  DistancePainter(ScenePen pen, Ambience ambience, long seed) {
    this.pen = pen;
    this.b = pen.brush();
    this.ambience = ambience;
    this.unit = pen.view().unit();
    this.random = new SplittableRandom(seed);
  }

  void paint() {
    houses(70, 0.55, 26);
    houses(44, 0.25, 18);
    street();
    trees(36, 0.22, 14);
    trees(25, 0.08, 8);
  }

  private int hazed(int rgb, double share) {
    // the world is lit later, so the haze is given as it would look before that
    int horizon = ambience.horizon();
    int before =
        clamped((horizon >> 16 & 255) / ambience.red()) << 16
            | clamped((horizon >> 8 & 255) / ambience.green()) << 8
            | clamped((horizon & 255) / ambience.blue());
    return Brush.mix(rgb, before, Math.min(0.9, share * (0.5 + ambience.haze())));
  }

  private static int clamped(double channel) {
    return (int) Math.min(255, channel);
  }

  private void houses(double depth, double haze, int count) {
    double width = 2.2 * pen.view().width() / pen.view().scale(depth) / count;
    double x = -width * count / 2;
    for (int i = 0; i < count; i++) {
      double w = width * (0.75 + 0.7 * random.nextDouble());
      double tall = 3.2 + 4.6 * random.nextDouble() + depth * 0.02;
      int wall = hazed(HOUSES[random.nextInt(HOUSES.length)], haze);
      pen.front(colour(wall), depth, x, 0, x + w, tall);
      pen.front(colour(0x000000, 0.13), depth, x + w * 0.8, 0, x + w, tall);
      pen.front(colour(Brush.scaled(wall, 0.8)), depth, x - 0.1, tall - 0.25, x + w + 0.1, tall);
      for (double h = 0.9; h < tall - 0.9; h += 1.25) {
        for (double wx = x + 0.25; wx < x + w - 0.6; wx += 0.85) {
          if (random.nextInt(6) > 0) {
            boolean lit = random.nextInt(3) == 0;
            window(depth, wx, h, lit, haze);
          }
        }
      }
      x += w * 0.97;
    }
  }

  private void window(double depth, double x, double h, boolean lit, double haze) {
    boolean evening = ambience.lamps() > 0.3;
    int glass = lit && evening ? 0xFFD9A0 : 0x46525C;
    // lit windows must come out bright after the dimming of the night
    int shown = lit && evening ? glass : hazed(glass, haze);
    pen.front(colour(shown), depth, x, h, x + 0.5, h + 0.72);
  }

  private void street() {
    double far = 34;
    pen.front(
        ramp(
            0,
            pen.y(1.3, far),
            0,
            pen.y(0, far),
            colour(hazed(0x8F9189, 0.2)),
            colour(hazed(0x5F635C, 0.2))),
        far,
        -30,
        0,
        30,
        1.15);
    for (double x = -24; x < 24; x += 1.6) {
      pen.front(colour(hazed(0x6C706A, 0.2)), far, x, 0, x + 0.22, 1.35);
    }
    pen.top(colour(hazed(0xA7A49B, 0.15)), 0.02, -30, 29, 30, 33.5);
  }

  private void trees(double depth, double haze, int count) {
    for (int i = 0; i < count; i++) {
      double x = (i + 0.2 + 0.6 * random.nextDouble() - count / 2.0) * 26 / count;
      if (Math.abs(x) < depth * 0.045) {
        // the middle stays open, so that the eye finds the way out
        continue;
      }
      double tall = 2.6 + 2.2 * random.nextDouble();
      pen.front(colour(hazed(0x4C4236, haze)), depth, x - 0.09, 0, x + 0.09, tall * 0.6);
      crown(x, tall, depth, haze);
    }
  }

  private void crown(double x, double tall, double depth, double haze) {
    double s = pen.view().scale(depth);
    int leaf = random.nextBoolean() ? 0x4F6E3C : 0x5E7A45;
    for (int i = 0; i < 46; i++) {
      double t = i / 46.0;
      double spread = tall * 0.42;
      double px = pen.x(x, depth) + (random.nextDouble() - 0.5) * 2 * spread * s;
      double py = pen.y(tall, depth) + (random.nextDouble() - 0.35) * spread * s;
      double r = (0.16 + 0.3 * random.nextDouble()) * s;
      double light = 0.5 + 0.65 * t - (py - pen.y(tall, depth)) / (spread * s) * 0.25;
      b.ellipse(
          colour(hazed(Brush.scaled(leaf, light), haze), 0.85),
          px,
          py,
          r * (1 - 0.5 * t),
          r * 0.8 * (1 - 0.5 * t) + 0.4 * unit);
    }
  }
}
