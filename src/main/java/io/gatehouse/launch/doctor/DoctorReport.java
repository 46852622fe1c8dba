package io.gatehouse.launch.doctor;

import io.gatehouse.launch.doctor.Finding.Verdict;
import java.io.PrintWriter;
import java.util.List;

/** Runs checks and prints one line each: what is, and what to do where something is wrong. */
public final class DoctorReport {

  private final PrintWriter out;
  private final boolean verbose;

  /**
   * @param verbose whether a fault's stack trace follows it
   */
  public DoctorReport(PrintWriter out, boolean verbose) {
    this.out = out;
    this.verbose = verbose;
  }

  /**
   * Runs all checks, also after a fault.
   *
   * @return whether there was no fault
   */
  public boolean print(List<Check> checks) {
    int width = checks.stream().mapToInt(c -> c.name().length()).max().orElse(0);
    boolean healthy = true;
    for (Check check : checks) {
      Finding finding = look(check);
      healthy &= finding.verdict() != Verdict.FAULT;
      String line = "%-5s %-" + width + "s  %s%n";
      out.printf(line, word(finding.verdict()), check.name(), sentence(finding));
      out.flush();
    }
    return healthy;
  }

  // A check may meet anything that is wrong with a machine, linkage errors of natives included.
  @SuppressWarnings("CatchingUnchecked")
  private Finding look(Check check) {
    try {
      return check.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.fault("interrupted", "Run doctor again.");
    } catch (Exception | LinkageError e) {
      if (verbose) {
        e.printStackTrace(out);
      }
      String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return Finding.fault(what.lines().findFirst().orElse(what), "");
    }
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case OK -> "ok";
      case NOTE -> "note";
      case FAULT -> "FAULT";
    };
  }

  private static String sentence(Finding finding) {
    return finding.remedy().isEmpty() ? finding.state() : finding.state() + ". " + finding.remedy();
  }
}
