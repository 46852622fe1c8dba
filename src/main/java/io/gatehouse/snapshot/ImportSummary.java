package io.gatehouse.snapshot;

import io.gatehouse.snapshot.common.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run went.
 *
 * @param results of all lines, in their order
 * @param calls how many pictures were read for it
 * @param recovered how many answers of an earlier run were brought into the database
 * @param halt why it ended before its end; empty when it did not
 */
public record ImportSummary(
    List<ImportResult> results, long calls, int recovered, Optional<String> halt) {

  public ImportSummary {
    results = List.copyOf(results);
  }

  /** How many ended how; outcomes that did not happen are left out. */
  public Map<Outcome, Integer> counts() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
    return counts;
  }

  /** Whether all that was asked for is done. */
  public boolean isGood() {
    return halt.isEmpty() && results.stream().allMatch(result -> result.outcome().isGood());
  }
}
