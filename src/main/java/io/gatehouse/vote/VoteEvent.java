package io.gatehouse.vote;

/** What the vote says after a frame. */
public sealed interface VoteEvent {

  /**
   * A vehicle is ready for the guard; once for each vehicle.
   *
   * @param proposal the vote's answer
   * @param arrived whether it was seen to come; false for one that stood there from the start,
   *     which may be a parked one or a sign
   */
  record Proposed(Proposal proposal, boolean arrived) implements VoteEvent {}

  /**
   * Later frames made a proposal better, or the vehicle came back into view after {@link Left};
   * same {@link Proposal#vehicle()}.
   */
  record Revised(Proposal proposal) implements VoteEvent {}

  /** A proposed vehicle is out of view. */
  record Left(long vehicle) implements VoteEvent {}
}
