package io.gatehouse.central.intake;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which exit without entry belongs to which entry of the same plate. An answer to all that is known
 * of the plate at once, so that the order in which it came to be known does not matter.
 */
final class PlatePairing {

  /**
   * An entry whose own gate tells of no exit.
   *
   * @param key names it; entries at the same time are taken in the order of their keys
   * @param knowsStays whether its gate tells of stays: then an exit at that gate is none of its
   * @param endedAt when its gate ended it without an exit: the exit was not later
   */
  record Entry(String key, long gate, boolean knowsStays, Instant at, Optional<Instant> endedAt) {}

  /** An exit whose gate knows no entry. */
  record Exit(String key, long gate, boolean knowsStays, Instant at) {}

  /**
   * What came of it.
   *
   * @param exitOf key of the exit by key of the entry
   * @param nextEntry by key of an entry of a gate that knows no stays and that has no exit: when
   *     the vehicle came in again
   */
  record Pairs(Map<String, String> exitOf, Map<String, Instant> nextEntry) {}

  private PlatePairing() {}

  static Pairs pair(List<Entry> entries, List<Exit> exits) {
    List<Entry> inOrder =
        entries.stream().sorted(Comparator.comparing(Entry::at).thenComparing(Entry::key)).toList();
    List<Exit> outOrder =
        exits.stream().sorted(Comparator.comparing(Exit::at).thenComparing(Exit::key)).toList();
    Map<String, Instant> next = new HashMap<>();
    for (int i = 0; i + 1 < inOrder.size(); i++) {
      if (!inOrder.get(i).knowsStays()) {
        next.put(inOrder.get(i).key(), inOrder.get(i + 1).at());
      }
    }
    Map<String, String> exitOf = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Exit exit : outOrder) {
      for (Entry entry : inOrder.reversed()) {
        if (!taken.contains(entry.key()) && fits(entry, exit, next.get(entry.key()))) {
          taken.add(entry.key());
          exitOf.put(entry.key(), exit.key());
          break;
        }
      }
    }
    next.keySet().removeAll(exitOf.keySet());
    return new Pairs(exitOf, next);
  }

  private static boolean fits(Entry entry, Exit exit, Instant next) {
    return !exit.at().isBefore(entry.at())
        && !(entry.knowsStays() && exit.knowsStays() && entry.gate() == exit.gate())
        && entry.endedAt().map(end -> !exit.at().isAfter(end)).orElse(true)
        && (next == null || exit.at().isBefore(next));
  }
}
