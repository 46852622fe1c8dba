package io.gatehouse.lane;

import io.gatehouse.lane.LaneState.Lookup;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import io.gatehouse.vote.Proposal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The evidence of the vehicles on the desk, for each picture that their proposals show: while the
 * guard edits, he goes on seeing the old picture, and the new one is ready. Safe for use by several
 * threads.
 */
final class EvidenceShelf {

  private record Key(long vehicle, long frame) {
    static Key of(Proposal proposal) {
      return new Key(proposal.vehicle(), proposal.picture().sequence());
    }
  }

  private final Map<Key, Evidence> shelf = new HashMap<>();

  /**
   * @param shown the vehicle's proposal that the guard sees now, whose evidence stays; all other of
   *     this vehicle goes
   */
  synchronized void put(
      Proposal proposal, Optional<NewPassage.Pictures> pictures, Optional<Proposal> shown) {
    Optional<Key> stays = shown.map(Key::of);
    Evidence before = find(proposal);
    Evidence evidence =
        new Evidence(
            pictures.or(before::pictures),
            before.lastVisits(),
            before.assessment().or(() -> saidOf(proposal, shown)),
            before.lookup());
    shelf
        .keySet()
        .removeIf(k -> k.vehicle() == proposal.vehicle() && !stays.equals(Optional.of(k)));
    shelf.put(Key.of(proposal), evidence);
  }

  /** What the books said of the same plate stands until they have answered anew. */
  private Optional<Assessment> saidOf(Proposal better, Optional<Proposal> shown) {
    return shown
        .filter(before -> before.plate().text().equals(better.plate().text()))
        .flatMap(before -> find(before).assessment());
  }

  /** The books are asked; what they said before stands meanwhile. */
  synchronized void asking(Proposal proposal) {
    shelf.computeIfPresent(
        Key.of(proposal), (key, evidence) -> evidence.with(evidence.assessment(), Lookup.RUNNING));
  }

  /** What the books said counts no more. */
  synchronized void withdraw(Proposal proposal) {
    shelf.computeIfPresent(
        Key.of(proposal), (key, evidence) -> evidence.with(Optional.empty(), Lookup.RUNNING));
  }

  /** The books could not be read: what they said of an earlier picture counts no more. */
  synchronized void unanswered(Proposal proposal) {
    shelf.computeIfPresent(
        Key.of(proposal), (key, evidence) -> evidence.with(Optional.empty(), Lookup.FAILED));
  }

  synchronized void putVisits(Proposal proposal, List<Passage> visits) {
    shelf.computeIfPresent(Key.of(proposal), (key, evidence) -> evidence.with(visits));
  }

  synchronized void putAssessment(Proposal proposal, Assessment assessment) {
    shelf.computeIfPresent(Key.of(proposal), (key, evidence) -> evidence.with(assessment));
  }

  synchronized Evidence find(Proposal proposal) {
    return shelf.getOrDefault(Key.of(proposal), Evidence.NONE);
  }

  synchronized void forget(long vehicle) {
    shelf.keySet().removeIf(k -> k.vehicle() == vehicle);
  }
}
