package io.gatehouse.bench.plates;

import io.gatehouse.bench.plates.PlateScorer.Verdict;
import java.util.List;
import java.util.Locale;

/** Results of sequences as text and as CSV. */
final class SequenceTable {

  private static final String ROW = "%-20s %4s  %15s  %15s  %15s  %15s %6s %8s %7s %7s %5s %9s%n";

  private final List<SequenceResult> results;

  SequenceTable(List<SequenceResult> results) {
    this.results = List.copyOf(results);
  }

  /** Each pair is exact / wrong in percent. */
  String text() {
    StringBuilder out = new StringBuilder();
    out.append(
        ROW.formatted(
            "exact / wrong",
            "n",
            "one frame",
            "surest frame",
            "first proposal",
            "vote",
            "sure",
            "sure bad",
            "p50 ms",
            "p90 ms",
            "late",
            "phantoms"));
    for (SequenceResult r : results) {
      out.append(
          ROW.formatted(
              r.set(),
              r.vehicles(),
              pair(r.anyFrame()),
              pair(r.surestFrame()),
              pair(r.firstProposal()),
              pair(r.vote()),
              percent(r.vote().sure()),
              percent(r.vote().wrongAmongSure()),
              number(r.proposalMillis(0.5)),
              number(r.proposalMillis(0.9)),
              r.late(),
              r.phantoms()));
    }
    return out.toString();
  }

  String csv() {
    StringBuilder out =
        new StringBuilder(
            "set,vehicles,frame_exact,frame_wrong,surest_exact,surest_wrong,first_exact,first_wrong,vote_exact,vote_wrong,vote_sure,vote_wrong_among_sure,proposal_ms_p50,proposal_ms_p90,late,phantoms\n");
    for (SequenceResult r : results) {
      out.append("\"%s\",%d".formatted(r.set(), r.vehicles()));
      for (Tally t : List.of(r.anyFrame(), r.surestFrame(), r.firstProposal(), r.vote())) {
        out.append(String.format(Locale.ROOT, ",%.3f,%.3f", t.exact(), t.wrong()));
      }
      out.append(
          String.format(
              Locale.ROOT,
              ",%.3f,%.3f,%.0f,%.0f,%d,%d\n",
              r.vote().sure(),
              r.vote().wrongAmongSure(),
              r.proposalMillis(0.5),
              r.proposalMillis(0.9),
              r.late(),
              r.phantoms()));
    }
    return out.toString();
  }

  /** One row a vehicle, to look at what went wrong. */
  String vehiclesCsv() {
    StringBuilder out =
        new StringBuilder("set,vehicle,truth,surest_frame,first_proposal,vote,sure,proposal_ms\n");
    for (SequenceResult r : results) {
      for (VehicleStory story : r.stories()) {
        Verdict vote = story.vote();
        out.append(
            "\"%s\",%s,%s,%s,%s,%s,%s,%s\n"
                .formatted(
                    r.set(),
                    story.name(),
                    vote.truth(),
                    story.surestFrame().answer(),
                    story.firstProposal().answer(),
                    vote.answer(),
                    vote.sure() ? "sure" : "doubtful",
                    story.proposalMillis().map(SequenceTable::number).orElse("")));
      }
    }
    return out.toString();
  }

  private static String pair(Tally tally) {
    return String.format(Locale.ROOT, "%.1f / %.1f", tally.exact(), tally.wrong());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", share);
  }

  private static String number(double millis) {
    return String.format(Locale.ROOT, "%.0f", millis);
  }
}
