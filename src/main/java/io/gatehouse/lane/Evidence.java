package io.gatehouse.lane;

import io.gatehouse.lane.LaneState.Lookup;
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
 * @param lookup how looking it up goes
 */
record Evidence(
    Optional<NewPassage.Pictures> pictures,
    List<Passage> lastVisits,
    Optional<Assessment> assessment,
    Lookup lookup) {

  static final Evidence NONE =
      new Evidence(Optional.empty(), List.of(), Optional.empty(), Lookup.NONE);

  Evidence with(List<Passage> visits) {
    return new Evidence(pictures, visits, assessment, lookup);
  }

  Evidence with(Assessment said) {
    return new Evidence(pictures, lastVisits, Optional.of(said), Lookup.ANSWERED);
  }

  Evidence with(Optional<Assessment> saidBefore, Lookup now) {
    return new Evidence(pictures, lastVisits, saidBefore, now);
  }
}
