package io.gatehouse.bench.plates;

import java.util.Arrays;

/**
 * What one engine made of one set.
 *
 * @param set the set's name, or {@link #ALL}
 * @param engine the engine's name
 * @param threads that the engine was allowed
 * @param tally how its answers were judged
 * @param times what its pictures cost
 */
record PlateResult(String set, String engine, int threads, Tally tally, Times times) {

  /** All sets of the run in one. */
  static final String ALL = "all sets";

  /** What pictures cost, in milliseconds each; from the decoded picture to the texts. */
  static final class Times {

    private double[] cpu = new double[64];
    private int count;
    private double wall;

    void add(double cpuMillis, double wallMillis) {
      if (count == cpu.length) {
        cpu = Arrays.copyOf(cpu, 2 * count);
      }
      cpu[count++] = cpuMillis;
      wall += wallMillis;
    }

    void add(Times other) {
      double mean = other.meanWall();
      for (int i = 0; i < other.count; i++) {
        add(other.cpu[i], mean);
      }
    }

    double meanCpu() {
      return count == 0 ? 0 : Arrays.stream(cpu, 0, count).sum() / count;
    }

    /** The time that 95 of 100 pictures kept within. */
    double p95Cpu() {
      if (count == 0) {
        return 0;
      }
      double[] sorted = Arrays.copyOf(cpu, count);
      Arrays.sort(sorted);
      return sorted[(int) Math.ceil(0.95 * count) - 1];
    }

    double meanWall() {
      return count == 0 ? 0 : wall / count;
    }
  }
}
