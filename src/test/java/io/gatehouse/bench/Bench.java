package io.gatehouse.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A small measuring bench: warms up, then times each call. CPU time is the whole process's, so that
 * work on other threads (OpenCV's, JavaFX's) counts too; allocation is the calling thread's.
 */
public final class Bench {

  /** One call of what is measured. */
  @FunctionalInterface
  public interface Body {
    void run() throws Exception;
  }

  /**
   * What was measured, a call.
   *
   * @param name of the row
   * @param calls how many were measured
   * @param wallMillis sorted, one a call
   * @param cpuMillis of the process, mean a call
   * @param allocatedBytes on the Java heap by the calling thread, mean a call
   */
  @SuppressWarnings("ArrayRecordComponent") // results are printed, never compared
  public record Result(
      String name, int calls, double[] wallMillis, double cpuMillis, long allocatedBytes) {

    /**
     * The time that this share of the calls kept within, in milliseconds.
     *
     * @param share 0 (fastest) to 1 (slowest)
     */
    public double percentile(double share) {
      return wallMillis[(int) Math.round(share * (wallMillis.length - 1))];
    }
  }

  private final List<Result> results = new ArrayList<>();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Runs the body {@code warmUp} times unmeasured and {@code calls} times measured. */
  public Result measure(String name, int warmUp, int calls, Body body) throws Exception {
    for (int i = 0; i < warmUp; i++) {
      body.run();
    }
    double[] wall = new double[calls];
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long cpu = process.getProcessCpuTime();
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      body.run();
      wall[i] = (System.nanoTime() - start) / 1e6;
    }
    double cpuMillis = (process.getProcessCpuTime() - cpu) / 1e6 / calls;
    long bytes = (threads.getCurrentThreadAllocatedBytes() - allocated) / calls;
    Arrays.sort(wall);
    return add(new Result(name, calls, wall, cpuMillis, bytes));
  }

  /** Adds a row that was measured elsewhere, a child process for instance. */
  public Result add(Result result) {
    results.add(result);
    return result;
  }

  /** Prints all rows as a table. */
  public void print(String title, PrintStream out) {
    out.println(title + " (" + machine() + ")");
    out.printf(
        Locale.ROOT,
        "%-44s %7s %9s %9s %9s %9s %9s %11s%n",
        "",
        "calls",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "max ms",
        "CPU ms",
        "heap B/call");
    for (Result r : results) {
      out.printf(
          Locale.ROOT,
          "%-44s %7d %9.3f %9.3f %9.3f %9.3f %9.3f %11d%n",
          r.name(),
          r.calls(),
          r.percentile(0.5),
          r.percentile(0.95),
          r.percentile(0.99),
          r.percentile(1),
          r.cpuMillis(),
          r.allocatedBytes());
    }
  }

  private static String machine() {
    Runtime runtime = Runtime.getRuntime();
    return "%s, %d processors, heap %d MB, Java %s"
        .formatted(
            System.getProperty("os.arch"),
            runtime.availableProcessors(),
            runtime.maxMemory() >> 20,
            Runtime.version());
  }
}
