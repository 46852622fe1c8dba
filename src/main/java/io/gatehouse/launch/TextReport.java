package io.gatehouse.launch;

import java.io.PrintWriter;
import java.util.Locale;

/** For people: one line a plate. */
record TextReport(PrintWriter out) implements ReadReport {

  @Override
  public void begin() {}

  @Override
  public void row(ReadRow row) {
    String found =
        row.reading()
            .map(r ->
                String.format(
                    Locale.ROOT,
                    "%-14s %3.0f %%  %s  %s",
                    r.plate().display(),
                    100 * r.confidence(),
                    r.sureness().name().toLowerCase(Locale.ROOT),
                    r.plate().kind().name().toLowerCase(Locale.ROOT)))
            .orElse("no plate");
    out.printf(Locale.ROOT, "%s: %s  (%.0f ms)%n", row.file(), found, row.millis());
    out.flush();
  }

  @Override
  public void end() {}
}
