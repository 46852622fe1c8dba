package io.gatehouse.learn;

import io.gatehouse.plate.ReadCharacter;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what the guard made of doubtful characters beside what the reader believed of them. Both
 * are smoothed toward the {@link ConfusionTable}, so that a few cases move little.
 */
final class ConfusionEvidence {

  /** The table weighs as much as so many characters seen at this site. */
  static final double TABLE_WEIGHT = 10;

  private static final double NOTHING_LEARNED = 1e-3;

  private record Read(Place place, char character) {}

  private static final class Counts {
    private final Map<Character, Double> believed = new HashMap<>();
    private final Map<Character, Double> found = new HashMap<>();
    private double all;

    void add(Map<Character, Double> belief, char is) {
      belief.forEach((character, share) -> believed.merge(character, share, Double::sum));
      found.merge(is, 1.0, Double::sum);
      all++;
    }
  }

  private final Map<Read, Counts> counts = new HashMap<>();

  /**
   * One character that a guard confirmed or corrected. What cannot stand at the place says nothing
   * about confusions there, and is passed over.
   */
  void add(Place place, ReadCharacter read, char is) {
    if (place.holds(read.value()) && place.holds(is)) {
      counts
          .computeIfAbsent(new Read(place, read.value()), _ -> new Counts())
          .add(Belief.of(place, read), is);
    }
  }

  /** How probably a character is what it is, by the guard; over all {@code is} they sum to 1. */
  double found(Confusion confusion) {
    Counts seen = counts.getOrDefault(read(confusion), new Counts());
    return smoothed(seen.found, seen.all, confusion);
  }

  /** The same as the reader believed it. */
  double believed(Confusion confusion) {
    Counts seen = counts.getOrDefault(read(confusion), new Counts());
    return smoothed(seen.believed, seen.all, confusion);
  }

  /** What the site makes likelier, or less likely, than the reader believes. */
  SiteFactors factors() {
    Map<Confusion, Double> factors = new HashMap<>();
    for (Read read : counts.keySet()) {
      for (char is : read.place().characters().toCharArray()) {
        Confusion confusion = new Confusion(read.place(), read.character(), is);
        double factor = found(confusion) / believed(confusion);
        if (Math.abs(factor - 1) > NOTHING_LEARNED) {
          factors.put(confusion, factor);
        }
      }
    }
    return new SiteFactors(factors);
  }

  private static double smoothed(Map<Character, Double> sums, double all, Confusion confusion) {
    double table =
        ConfusionTable.of(confusion.place(), confusion.read()).getOrDefault(confusion.is(), 0.0);
    return (sums.getOrDefault(confusion.is(), 0.0) + TABLE_WEIGHT * table) / (all + TABLE_WEIGHT);
  }

  private static Read read(Confusion confusion) {
    return new Read(confusion.place(), confusion.read());
  }
}
