package io.gatehouse.lane;

import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to a vehicle on the desk besides its proposal.
 *
 * @param pictures of the proposal's frame; empty when that frame is no longer there
 * @param lastVisits earlier passages of this plate, newest first
 */
record Evidence(Optional<NewPassage.Pictures> pictures, List<Passage> lastVisits) {

  static final Evidence NONE = new Evidence(Optional.empty(), List.of());

  Evidence with(List<Passage> visits) {
    return new Evidence(pictures, visits);
  }
}
