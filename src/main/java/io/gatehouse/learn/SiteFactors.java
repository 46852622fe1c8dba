package io.gatehouse.learn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How much likelier a site makes each confusion than its reader believes: 1 where nothing was
 * learned. Immutable.
 */
final class SiteFactors {

  /** No evidence of a few weeks carries more than this. */
  static final double MOST = 100;

  static final SiteFactors NONE = new SiteFactors(Map.of());

  private final Map<Confusion, Double> factors;
  private final Set<Character> learned = new HashSet<>();

  /**
   * @param factors positive; those beyond 1 / {@link #MOST} and {@link #MOST} are cut
   */
  SiteFactors(Map<Confusion, Double> factors) {
    Map<Confusion, Double> cut = new HashMap<>();
    factors.forEach((confusion, factor) -> {
      cut.put(confusion, Math.clamp(factor, 1 / MOST, MOST));
      learned.add(confusion.read());
    });
    this.factors = Map.copyOf(cut);
  }

  double of(Confusion confusion) {
    return factors.getOrDefault(confusion, 1.0);
  }

  /** Whether anything was learned of what is read as this character. */
  boolean know(char read) {
    return learned.contains(read);
  }

  /** What was learned on top of this. */
  SiteFactors times(SiteFactors more) {
    Map<Confusion, Double> product = new HashMap<>(factors);
    more.factors.forEach((confusion, factor) -> product.merge(confusion, factor, (a, b) -> a * b));
    return new SiteFactors(product);
  }

  /** Those that differ from 1. */
  Map<Confusion, Double> asMap() {
    return factors;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SiteFactors that && factors.equals(that.factors);
  }

  @Override
  public int hashCode() {
    return factors.hashCode();
  }

  @Override
  public String toString() {
    return "SiteFactors" + factors;
  }
}
