package io.gatehouse.learn;

import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.ReadCharacter;
import java.util.Map;
import java.util.TreeMap;

/** What a reader believes of one character. */
final class Belief {

  private Belief() {}

  /**
   * Probabilities of all characters of the place, which sum to 1: what the reader named, and what
   * it left over shared among the others as the {@link ConfusionTable} has it.
   *
   * @param read one of the place's characters
   */
  static Map<Character, Double> of(Place place, ReadCharacter read) {
    Map<Character, Double> named = new TreeMap<>();
    named.put(read.value(), (double) read.confidence());
    for (Candidate other : read.alternatives()) {
      if (place.holds(other.value())) {
        named.putIfAbsent(other.value(), (double) other.confidence());
      }
    }
    double left = Math.max(0, 1 - sum(named));
    Map<Character, Double> belief = ConfusionTable.of(place, read.value());
    belief.keySet().removeAll(named.keySet());
    double unnamed = sum(belief);
    belief.replaceAll((_, share) -> left * share / unnamed);
    belief.putAll(named);
    return normalised(belief);
  }

  /** Scaled to a sum of 1. */
  static Map<Character, Double> normalised(Map<Character, Double> weights) {
    double sum = sum(weights);
    Map<Character, Double> scaled = new TreeMap<>();
    weights.forEach((character, weight) -> scaled.put(character, weight / sum));
    return scaled;
  }

  private static double sum(Map<Character, Double> weights) {
    return weights.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
