package io.gatehouse.lane;

import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to a vehicle on the desk besides its proposal.
 *
 * @param pictures of the proposal's frame; empty when that frame is no longer there
 * @param lastVisits earlier passages of this plate, newest first
 * @param assessment what the books say of it; empty until they have answered
 */
record Evidence(
    Optional<NewPassage.Pictures> pictures,
    List<Passage> lastVisits,
    Optional<Assessment> assessment) {

  static final Evidence NONE = new Evidence(Optional.empty(), List.of(), Optional.empty());

  Evidence with(List<Passage> visits) {
    return new Evidence(pictures, visits, assessment);
  }

  Evidence with(Assessment said) {
    return new Evidence(pictures, lastVisits, Optional.of(said));
  }
}
