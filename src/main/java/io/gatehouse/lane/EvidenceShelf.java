package io.gatehouse.lane;

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
        new Evidence(pictures.or(before::pictures), before.lastVisits(), before.assessment());
    shelf
        .keySet()
        .removeIf(k -> k.vehicle() == proposal.vehicle() && !stays.equals(Optional.of(k)));
    shelf.put(Key.of(proposal), evidence);
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
