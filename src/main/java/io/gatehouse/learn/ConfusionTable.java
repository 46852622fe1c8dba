package io.gatehouse.learn;

import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.Confusions;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a doubtful character is before a site has taught anything: mostly what was read, sometimes a
 * look-alike of {@link Confusions}, seldom anything else. The shares are assumed, not measured;
 * they only say where little evidence leans to.
 */
final class ConfusionTable {

  private static final double AS_READ = 0.90;
  private static final double LOOK_ALIKE = 0.09;

  private ConfusionTable() {}

  /**
   * Probabilities of all characters of the place, which sum to 1.
   *
   * @param read one of the place's characters
   */
  static Map<Character, Double> of(Place place, char read) {
    Map<Character, Double> alike = new TreeMap<>();
    double weights = 0;
    for (char is : place.characters().toCharArray()) {
      double weight = is == read ? 0 : Math.max(weight(read, is), weight(is, read));
      if (weight > 0) {
        alike.put(is, weight);
        weights += weight;
      }
    }
    double forAlike = alike.isEmpty() ? 0 : LOOK_ALIKE;
    int others = place.characters().length() - 1 - alike.size();
    double forOther = (1 - AS_READ - forAlike) / others;
    Map<Character, Double> table = new TreeMap<>();
    for (char is : place.characters().toCharArray()) {
      double weight = alike.getOrDefault(is, 0.0);
      table.put(is, is == read ? AS_READ : weight > 0 ? forAlike * weight / weights : forOther);
    }
    return table;
  }

  private static double weight(char read, char is) {
    for (Candidate candidate : Confusions.of(read)) {
      if (candidate.value() == is) {
        return candidate.confidence();
      }
    }
    return 0;
  }
}
