package io.gatehouse.camera.demo;

/** The ground, pixel by pixel: worn asphalt with its joints, tracks, stains and paint. */
final class GroundPainter {

  private static final int ASPHALT = 0x85868A;
  private static final int PAINT_YELLOW = 0xD9AE3C;
  private static final int PAINT_WHITE = 0xDEDED8;
  private static final int BLACK = 0x2B2B2C;

  private static final double SLAB = 3.2;
  private static final double BUMP_NEAR = 7.3;
  private static final double BUMP_FAR = 7.68;

  private final LaneView view;
  private final ValueNoise noise;

  GroundPainter(LaneView view, long seed) {
    this.view = view;
    this.noise = new ValueNoise(seed);
  }

  void paint(int[] argb) {
    for (int row = (int) view.horizon() + 1; row < view.height(); row++) {
      double depth = view.depthAt(row + 0.5);
      double metre = 1 / view.scale(depth);
      double deep = view.depthAt(row) - view.depthAt(row + 1);
      for (int column = 0; column < view.width(); column++) {
        double x = (column + 0.5 - view.width() / 2.0) * metre;
        argb[row * view.width() + column] = 0xFF000000 | colour(x, depth, metre, deep);
      }
    }
  }

  /**
   * @param across metres that a pixel covers from left to right
   * @param along metres that it covers in depth
   */
  private int colour(double x, double z, double across, double along) {
    double near = Math.min(1, 0.05 / along);
    double worn = noise.at(x * 2.3 + 40, z * 2.3);
    double fine = noise.at(x * 38, z * 38) * Math.min(1, 0.012 / along);
    double grit = noise.at(x * 120 + 9, z * 120) * Math.min(1, 0.004 / along);
    double light =
        1
            + 0.07 * noise.at(x * 0.45, z * 0.45)
            + 0.05 * worn * near
            + 0.05 * fine
            + 0.07 * grit
            - 0.11 * band(Math.abs(x) - 0.7, 0.2, 0.25)
            - 0.07 * band(x, 0.18, 0.25);
    light -= 0.3 * near * band(slabDistance(z), 0.012, along);
    light -= 0.22 * near * crack(x, z, along);
    light -= 0.2 * stain(x, z);
    int ground = ASPHALT;
    double wear = 0.82 + 0.35 * worn + 0.3 * fine;
    ground = painted(ground, PAINT_YELLOW, band(Math.abs(x) - 1.24, 0.045, across), wear);
    ground =
        painted(
            ground,
            PAINT_WHITE,
            band(z - LanePlan.STOP_LINE, 0.17, along) * band(x, 1.16, across),
            wear);
    ground = painted(ground, PAINT_WHITE, arrow(x, z, across, along), wear);
    ground = bump(ground, x, z, across, along);
    return Brush.scaled(ground, light);
  }

  private int bump(int ground, double x, double z, double across, double along) {
    double middle = (BUMP_NEAR + BUMP_FAR) / 2;
    double half = (BUMP_FAR - BUMP_NEAR) / 2;
    double cover = band(z - middle, half, along) * band(x, 1.2, across);
    if (cover == 0) {
      return ground;
    }
    int stripe = Math.floorMod((int) Math.floor((x + 10) / 0.3), 2) == 0 ? PAINT_YELLOW : BLACK;
    double round = 0.75 + 0.45 * (middle + half - z) / (2 * half);
    int raised = Brush.scaled(stripe, round);
    return Brush.mix(ground, raised, cover * 0.9);
  }

  private static int painted(int ground, int paint, double cover, double wear) {
    return cover == 0 ? ground : Brush.mix(ground, paint, cover * Math.clamp(wear, 0.15, 0.92));
  }

  /** 1 within {@code half} of 0, 0 outside, with an edge of {@code edge} between. */
  private static double band(double distance, double half, double edge) {
    return Math.clamp((half - Math.abs(distance)) / edge + 0.5, 0, 1);
  }

  private static double slabDistance(double z) {
    double t = z / SLAB;
    return (t - Math.rint(t)) * SLAB;
  }

  private double crack(double x, double z, double along) {
    double where = noise.at(x * 0.6 + 100, z * 0.5 + 70);
    if (where < 0.05) {
      return 0;
    }
    double line = noise.at(x * 1.4 + 0.25 * noise.at(x * 9, z * 9), z * 1.1 + 300);
    return band(line, 0.012, 0.02 + along * 0.5) * Math.min(1, where * 5);
  }

  private double stain(double x, double z) {
    double n = noise.at(x * 1.1 + 200, z * 0.8 + 11) + 0.4 * noise.at(x * 3 + 7, z * 3);
    return Math.clamp((n - 0.55) * 2.5, 0, 1) * band(x, 1.0, 0.8);
  }

  /** An arrow that points onwards. */
  private static double arrow(double x, double z, double across, double along) {
    double shaft = band(z - 5.35, 0.6, along) * band(x, 0.075, across);
    double t = (6.75 - z) / 0.85;
    double head = t > 0 && t < 1 ? band(x, 0.26 * t, across) : 0;
    return Math.max(shaft, head);
  }
}
