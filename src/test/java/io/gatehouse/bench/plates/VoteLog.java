package io.gatehouse.bench.plates;

import io.gatehouse.bench.plates.PlateScorer.Answer;
import io.gatehouse.read.Sureness;
import io.gatehouse.vote.Observation;
import io.gatehouse.vote.Proposal;
import io.gatehouse.vote.VehicleTracker;
import io.gatehouse.vote.VoteEvent;

/** Hands frames to the vote and writes down what it says of them. */
final class VoteLog {

  private final VehicleTracker tracker;
  private long vehicle;

  VoteLog(VehicleTracker tracker) {
    this.tracker = tracker;
  }

  void observe(Observation seen, VehicleStory story) {
    long now = seen.stamp().capturedNanos();
    for (VoteEvent event : tracker.observe(seen)) {
      switch (event) {
        case VoteEvent.Proposed(Proposal proposal, boolean arrived) -> note(proposal, story, now);
        case VoteEvent.Revised(Proposal proposal) -> note(proposal, story, now);
        case VoteEvent.Left left -> {
          // what it was stays written
        }
      }
    }
  }

  /** The guard decides on the vehicle that was proposed last. */
  void decide() {
    tracker.decided(vehicle);
  }

  private void note(Proposal proposal, VehicleStory story, long now) {
    vehicle = proposal.vehicle();
    Answer answer =
        new Answer(
            proposal.plate().text(), proposal.confidence(), proposal.sureness() == Sureness.SURE);
    story.proposed(vehicle, answer, now);
  }
}
