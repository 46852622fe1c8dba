package io.gatehouse.camera.demo;

/** Turns the painted ground wet: darker, with the world above mirrored in its puddles. */
final class WetGround {

  private final LaneView view;
  private final ValueNoise noise;

  WetGround(LaneView view, long seed) {
    this.view = view;
    this.noise = new ValueNoise(seed + 77);
  }

  void paint(Canvas canvas) {
    int[] pixels = canvas.pixels();
    int width = view.width();
    int[] dry = pixels.clone();
    int horizon = (int) view.horizon();
    for (int y = horizon + 1; y < view.height(); y++) {
      double depth = view.depthAt(y + 0.5);
      double grazing = Math.clamp(depth / 14, 0.12, 1);
      for (int x = 0; x < width; x++) {
        double wx = (x - width / 2.0) / view.scale(depth);
        if (!onGround(wx, depth)) {
          continue;
        }
        double puddle =
            Math.clamp(
                0.55 + 1.1 * noise.at(wx * 0.9, depth * 0.55) + 0.35 * noise.at(wx * 3, depth * 2),
                0,
                1);
        double share = (0.25 + 0.5 * puddle) * (0.35 + 0.65 * grazing);
        int below = y - horizon;
        double shift = 3 * noise.at(x * 0.02, y * 0.35) * (1 - puddle * 0.6);
        int mirrored =
            mirror(dry, x + (int) Math.round(shift * 2), horizon - (int) (below * 0.55), 3);
        int dark = Canvas.dimmed(dry[y * width + x], 0.62 - 0.12 * puddle);
        pixels[y * width + x] = Canvas.added(dark, mirrored, share * 0.75);
      }
    }
  }

  private static boolean onGround(double x, double depth) {
    return depth < LanePlan.KERB_START || Math.abs(x) < LanePlan.HALF_LANE;
  }

  /** The mean of a few pixels above one another: wet ground draws lights out downwards. */
  private int mirror(int[] pixels, int x, int y, int count) {
    int column = Math.clamp(x, 0, view.width() - 1);
    int r = 0;
    int g = 0;
    int b = 0;
    for (int i = -count; i <= count; i++) {
      int row = Math.abs(y + i * 4) % view.height();
      int p = pixels[row * view.width() + column];
      r += p >> 16 & 255;
      g += p >> 8 & 255;
      b += p & 255;
    }
    int n = 2 * count + 1;
    return ((r / n) << 16) | ((g / n) << 8) | (b / n);
  }
}
