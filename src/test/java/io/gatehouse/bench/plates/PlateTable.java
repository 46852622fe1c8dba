package io.gatehouse.bench.plates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Results as text: a table by set and engine, how ours stand to the peer, and a CSV file. */
final class PlateTable {

  private static final String ROW = "  %-16s %7s %7s %7s %7s %8s %7s %7s %9s %8s %8s %8s%n";

  private final List<PlateResult> results;

  PlateTable(List<PlateResult> results) {
    this.results = List.copyOf(results);
  }

  /** The results with those over all sets together added, where there are several sets. */
  static List<PlateResult> withTotals(List<PlateResult> results) {
    List<PlateResult> all = new ArrayList<>(results);
    Set<String> sets = results.stream().map(PlateResult::set).collect(Collectors.toSet());
    if (sets.size() > 1) {
      Map<String, PlateResult> totals = new LinkedHashMap<>();
      for (PlateResult result : results) {
        PlateResult total =
            totals.computeIfAbsent(
                result.engine() + "/" + result.threads(),
                key ->
                    new PlateResult(
                        PlateResult.ALL,
                        result.engine(),
                        result.threads(),
                        new Tally(),
                        new PlateResult.Times()));
        total.tally().add(result.tally());
        total.times().add(result.times());
      }
      all.addAll(totals.values());
    }
    return all;
  }

  /** Percentages of pictures, but for characters and for "sure bad", which is of sure answers. */
  String text() {
    StringBuilder out = new StringBuilder();
    for (String set : sets()) {
      Collection<PlateResult> rows = of(set);
      out.append("%s, n = %d%n".formatted(set, rows.iterator().next().tally().pictures()));
      out.append(
          ROW.formatted(
              "engine",
              "threads",
              "exact",
              "wrong",
              "silent",
              "O=0 I=1",
              "chars",
              "sure",
              "sure bad",
              "CPU ms",
              "p95",
              "wall ms"));
      rows.forEach(row -> out.append(row(row)));
    }
    return out.toString();
  }

  private static String row(PlateResult r) {
    Tally t = r.tally();
    return ROW.formatted(
        r.engine(),
        r.threads(),
        number(t.exact()),
        number(t.wrong()),
        number(t.silent()),
        number(t.folded()),
        number(t.characters()),
        number(t.sure()),
        t.sure() == 0 ? "-" : number(t.wrongAmongSure()),
        number(r.times().meanCpu()),
        number(r.times().p95Cpu()),
        number(r.times().meanWall()));
  }

  /** One line for each set, engine and thread count: how it stands to the peer of the same run. */
  String against(String peer) {
    StringBuilder out = new StringBuilder();
    for (PlateResult base : results) {
      for (PlateResult ours :
          base.engine().equals(peer) ? of(base.set()) : List.<PlateResult>of()) {
        if (ours.threads() == base.threads() && !ours.engine().equals(peer)) {
          out.append(
              String.format(
                  Locale.ROOT,
                  "  %-18s %-16s %d thread%s %6.1f times as fast, %+6.1f points exact, %+6.1f points wrong%n",
                  base.set(),
                  ours.engine(),
                  base.threads(),
                  base.threads() == 1 ? " :" : "s:",
                  base.times().meanCpu() / ours.times().meanCpu(),
                  ours.tally().exact() - base.tally().exact(),
                  ours.tally().wrong() - base.tally().wrong()));
        }
      }
    }
    return out.toString();
  }

  String csv() {
    StringBuilder out =
        new StringBuilder(
            "set,engine,threads,n,exact,wrong,silent,folded,characters,sure,wrong_among_sure,cpu_ms,cpu_ms_p95,wall_ms\n");
    for (PlateResult r : results) {
      Tally t = r.tally();
      out.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%d,%d,%.3f,%.3f,%.3f,%.3f,%.3f,%.3f,%.3f,%.3f,%.3f,%.3f\n",
              r.set(),
              r.engine(),
              r.threads(),
              t.pictures(),
              t.exact(),
              t.wrong(),
              t.silent(),
              t.folded(),
              t.characters(),
              t.sure(),
              t.wrongAmongSure(),
              r.times().meanCpu(),
              r.times().p95Cpu(),
              r.times().meanWall()));
    }
    return out.toString();
  }

  private Set<String> sets() {
    return results.stream()
        .map(PlateResult::set)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<PlateResult> of(String set) {
    return results.stream().filter(r -> r.set().equals(set)).toList();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
