package io.gatehouse.launch;

import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.ImportListener;
import io.gatehouse.snapshot.ImportResult;
import io.gatehouse.snapshot.common.Outcome;
import io.gatehouse.snapshot.recognizer.Usage;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Shows how an import goes: on a terminal a bar that is drawn over itself, elsewhere a line now and
 * then, for a log. Failures are told at once on both. Any thread.
 */
final class ImportProgress implements ImportListener {

  private static final int BAR = 24;
  private static final Duration LINE_EVERY = Duration.ofSeconds(10);
  private static final Duration DRAWN_EVERY = Duration.ofMillis(100);
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final TimeSource time;
  private int all;
  private int done;
  private int failed;
  private long start;
  private long shown;
  private Optional<Usage> usage = Optional.empty();
  private LongSupplier calls = () -> 0;
  private String waiting = "";

  /**
   * @param terminal whether what was written can be written over
   */
  ImportProgress(PrintWriter out, boolean terminal, TimeSource time) {
    this.out = out;
    this.terminal = terminal;
    this.time = time;
    this.start = time.nanos();
  }

  /**
   * The list begins.
   *
   * @param count how many lines it has
   * @param before what was used before it
   * @param counter how many calls this run made so far
   */
  synchronized void begin(int count, Optional<Usage> before, LongSupplier counter) {
    all = count;
    usage = before;
    calls = counter;
    start = time.nanos();
    shown = start;
  }

  @Override
  public synchronized void ended(ImportResult result) {
    done++;
    waiting = "";
    if (result.outcome() == Outcome.FAILED) {
      failed++;
      say(
          "line %d, %s: %s"
              .formatted(result.line().number(), result.line().shown(), result.reason()));
    }
    show(done == all);
  }

  @Override
  public synchronized void waiting(String why, Duration pause) {
    String told = "waiting %s: %s".formatted(text(pause), why);
    if (terminal) {
      waiting = "  " + told;
      draw();
    } else if (!why.equals(waiting)) {
      // once for each reason: it may come every few seconds for hours
      waiting = why;
      say(told);
    }
  }

  private void say(String line) {
    out.println((terminal ? ERASE_LINE : "") + "gatehouse: " + line);
    out.flush();
  }

  private void show(boolean last) {
    long now = time.nanos();
    Duration since = Duration.ofNanos(now - shown);
    if (last || since.compareTo(terminal ? DRAWN_EVERY : LINE_EVERY) >= 0) {
      shown = now;
      if (terminal) {
        draw();
      } else {
        say(state());
      }
    }
  }

  private void draw() {
    int filled = all == 0 ? BAR : BAR * done / all;
    out.print(
        "%s[%s%s] %s%s"
            .formatted(ERASE_LINE, "#".repeat(filled), ".".repeat(BAR - filled), state(), waiting));
    out.flush();
  }

  /** Leaves the bar where it is. */
  synchronized void end() {
    if (terminal && all > 0) {
      out.println();
    }
    out.flush();
  }

  private String state() {
    double seconds = (time.nanos() - start) / 1e9;
    double rate = seconds > 0 ? done / seconds : 0;
    StringBuilder state = new StringBuilder();
    state.append(String.format(Locale.ROOT, "%d of %d, %.1f/s", done, all, rate));
    if (failed > 0) {
      state.append(", ").append(failed).append(" failed");
    }
    long made = calls.getAsLong();
    usage.ifPresent(known ->
        state.append(
            String.format(
                Locale.ROOT, ", %,d calls, %,d left", made, Math.max(0, known.left() - made))));
    if (done > 0 && done < all) {
      Duration left = Duration.ofMillis(Math.round((all - done) / rate * 1000));
      state.append(", ").append(text(left)).append(" to go");
    }
    return state.toString();
  }

  /** As people say it: {@code 1h05m}, {@code 2m31s}, {@code 8s}. */
  static String text(Duration duration) {
    long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
    if (seconds >= 3600) {
      return String.format(Locale.ROOT, "%dh%02dm", seconds / 3600, seconds % 3600 / 60);
    }
    return seconds >= 60
        ? String.format(Locale.ROOT, "%dm%02ds", seconds / 60, seconds % 60)
        : seconds + "s";
  }
}
