package io.gatehouse.vote;

/** What the vote says after a frame. */
public sealed interface VoteEvent {

  /** A vehicle is ready for the guard; once for each vehicle. */
  record Proposed(Proposal proposal) implements VoteEvent {}

  /** Later frames made a standing proposal better; same {@link Proposal#vehicle()}. */
  record Revised(Proposal proposal) implements VoteEvent {}

  /** The vehicle is out of view. */
  record Left(long vehicle) implements VoteEvent {}
}
