package io.gatehouse.decide;

import io.gatehouse.vote.Proposal;

/**
 * A vehicle on the guard's desk.
 *
 * @param proposal as the guard is to see it
 * @param arrived whether it was seen to come; see {@link io.gatehouse.vote.VoteEvent.Proposed}
 * @param sinceNanos when it was proposed, monotonic nanoseconds
 * @param gone whether it has left the view
 * @param storing whether it is decided and on its way to the disk
 */
public record Pending(
    Proposal proposal, boolean arrived, long sinceNanos, boolean gone, boolean storing) {

  public long vehicle() {
    return proposal.vehicle();
  }

  Pending revised(Proposal better) {
    return new Pending(better, arrived, sinceNanos, false, storing);
  }

  Pending withGone(boolean left) {
    return new Pending(proposal, arrived, sinceNanos, left, storing);
  }

  Pending withStoring(boolean now) {
    return new Pending(proposal, arrived, sinceNanos, gone, now);
  }
}
