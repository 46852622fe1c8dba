package io.gatehouse.ui.insight;

/** Round numbers for an axis. */
final class NiceScale {

  private static final double[] STEPS = {1, 2, 3, 4, 5, 6, 8, 10};

  private NiceScale() {}

  /** The least round number that is not below the given one; 1 for nothing. */
  static double top(double most) {
    if (most <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    for (double step : STEPS) {
      if (step * power >= most - 1e-9 * power) {
        return step * power;
      }
    }
    return 10 * power;
  }
}
