package io.gatehouse.vote;

import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** The vote on one place of a plate. */
final class PlaceVote {

  private static final int ALTERNATIVES = 3;
  private static final double LEAST_SHOWN = 0.002;
  // No reader is ever so sure that one frame may outvote several.
  private static final double FLOOR = 0.002;
  // What a reader leaves open is spread over the characters that it may mean.
  private static final double SPREAD = 8;

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::confidence)
          .reversed()
          .thenComparingInt(Candidate::value);

  private record Vote(ReadCharacter character, double weight) {}

  private final List<Vote> votes = new ArrayList<>();

  void add(ReadCharacter character, double weight) {
    votes.add(new Vote(character, weight));
  }

  /**
   * Pools the log probabilities. Frames of one vehicle repeat each other's errors, so the evidence
   * grows with the square root of their weight: one frame counts as it is, four double its
   * log-odds.
   *
   * @return the best character, its confidence against all others, and the next best
   */
  ReadCharacter elect() {
    double temper = 1 / Math.sqrt(votes.stream().mapToDouble(Vote::weight).sum());
    Set<Character> seen = seen();
    double[] support = new double[seen.size()];
    double sum = Math.exp(temper * pooled(PlaceVote::open));
    int i = 0;
    for (char c : seen) {
      support[i] = Math.exp(temper * pooled(read -> probability(read, c)));
      sum += support[i++];
    }
    List<Candidate> candidates = new ArrayList<>();
    i = 0;
    for (char c : seen) {
      candidates.add(new Candidate(c, (float) (support[i++] / sum)));
    }
    candidates.sort(BEST_FIRST);
    Candidate best = candidates.removeFirst();
    candidates.removeIf(c -> c.confidence() < LEAST_SHOWN);
    return new ReadCharacter(
        best.value(), best.confidence(), candidates.stream().limit(ALTERNATIVES).toList());
  }

  private Set<Character> seen() {
    Set<Character> seen = new TreeSet<>();
    for (Vote vote : votes) {
      seen.add(vote.character().value());
      vote.character().alternatives().forEach(c -> seen.add(c.value()));
    }
    return seen;
  }

  private double pooled(ToDoubleFunction<ReadCharacter> probability) {
    double sum = 0;
    for (Vote vote : votes) {
      double p = Math.max(FLOOR, probability.applyAsDouble(vote.character()));
      sum += vote.weight() * Math.log(p);
    }
    return sum;
  }

  private static double probability(ReadCharacter read, char c) {
    if (read.value() == c) {
      return read.confidence();
    }
    for (Candidate other : read.alternatives()) {
      if (other.value() == c) {
        return other.confidence();
      }
    }
    return open(read) / SPREAD;
  }

  /** What the reader gave to no character it named. */
  private static double open(ReadCharacter read) {
    double named = read.confidence();
    for (Candidate c : read.alternatives()) {
      named += c.confidence();
    }
    return Math.max(0, 1 - named);
  }
}
