package io.gatehouse.camera.demo;

import java.util.SplittableRandom;

/** Drops that strike the ground: rings and specks that live for one frame. */
final class Splashes {

  private static final int COUNT = 110;

  private Splashes() {}

  static void paint(Canvas canvas, LaneView view, Ambience ambience, SplittableRandom chance) {
    int light = Brush.scaled(0xC8D4DC, 0.3 + 0.7 * ambience.green());
    for (int i = 0; i < COUNT; i++) {
      double depth = 3.2 + 9 * Math.pow(chance.nextDouble(), 1.6);
      double x = (chance.nextDouble() - 0.5) * (depth < LanePlan.KERB_START ? 4 : 2.7);
      double s = view.scale(depth);
      double r = (0.012 + 0.022 * chance.nextDouble()) * s;
      double px = view.x(x, depth);
      double py = view.y(0, depth);
      canvas.glow(px, py, r * 1.6, Math.max(1.2, r * 0.5), light, 0.35);
      canvas.glow(px, py - r * 0.7, Math.max(1, r * 0.35), r * 0.9, light, 0.4);
    }
  }
}
