package io.gatehouse.bench.plates;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Processor time and wall time of what runs between two calls, in milliseconds. With one thread the
 * processor time is the calling thread's; with more it is the whole process's, the virtual
 * machine's own work included.
 */
final class Stopwatch {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final boolean oneThread;
  private long cpu;
  private long wall;

  Stopwatch(int threads) {
    this.oneThread = threads == 1;
  }

  void start() {
    wall = System.nanoTime();
    cpu = cpuNanos();
  }

  double cpuMillis() {
    return (cpuNanos() - cpu) / 1e6;
  }

  double wallMillis() {
    return (System.nanoTime() - wall) / 1e6;
  }

  private long cpuNanos() {
    return oneThread ? threads.getCurrentThreadCpuTime() : process.getProcessCpuTime();
  }
}
