package io.gatehouse.bench.plates;

import java.util.Arrays;

/** A logarithmic axis with ticks at 1, 2, 5, 10, … round the values that it must show. */
final class Axis {

  private static final double[] STEPS = {1, 2, 5};

  private final double least;
  private final double most;
  private final double start;
  private final double end;

  private Axis(double least, double most, double start, double end) {
    this.least = least;
    this.most = most;
    this.start = start;
    this.end = end;
  }

  /** From the tick below the least value, drawn at start, to the tick above the largest, at end. */
  static Axis logarithmic(double[] values, double start, double end) {
    double least = Arrays.stream(values).min().orElse(1);
    double most = Arrays.stream(values).max().orElse(10);
    double below = Arrays.stream(allTicks()).filter(t -> t <= least).max().orElse(least);
    double above = Arrays.stream(allTicks()).filter(t -> t > most).min().orElse(most * 2);
    return new Axis(below, above, start, end);
  }

  double at(double value) {
    return start + (end - start) * Math.log(value / least) / Math.log(most / least);
  }

  double[] ticks() {
    return Arrays.stream(allTicks()).filter(t -> t >= least && t <= most).toArray();
  }

  private static double[] allTicks() {
    double[] ticks = new double[21];
    for (int i = 0; i < ticks.length; i++) {
      int decade = i / STEPS.length - 2;
      ticks[i] = STEPS[i % STEPS.length] * Math.pow(10, decade);
    }
    return ticks;
  }
}
