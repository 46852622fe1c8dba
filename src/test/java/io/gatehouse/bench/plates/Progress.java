package io.gatehouse.bench.plates;

import java.io.PrintStream;
import java.time.Duration;

/** Says every few seconds how far a long run is. */
final class Progress {

  private static final long EVERY = Duration.ofSeconds(5).toNanos();

  private final PrintStream out;
  private final int total;
  private int done;
  private long said = System.nanoTime();

  Progress(PrintStream out, int total) {
    this.out = out;
    this.total = total;
  }

  /** One more of {@code total} is done. */
  void step(String what) {
    done++;
    long now = System.nanoTime();
    if (now - said >= EVERY || done == total) {
      said = now;
      out.printf("  %d of %d  %s%n", done, total, what);
    }
  }
}
