package io.gatehouse.bench.plates;

import java.util.ArrayList;
import java.util.List;

/** What one engine and the vote made of the vehicles of one set. */
final class SequenceResult {

  private final String set;
  private final Tally anyFrame = new Tally();
  private final Tally surestFrame = new Tally();
  private final Tally firstProposal = new Tally();
  private final Tally vote = new Tally();
  private final List<Double> proposalMillis = new ArrayList<>();
  private final List<VehicleStory> stories = new ArrayList<>();
  private int phantoms;

  SequenceResult(String set) {
    this.set = set;
  }

  void add(VehicleStory story) {
    stories.add(story);
    anyFrame.add(story.frames());
    surestFrame.add(story.surestFrame());
    firstProposal.add(story.firstProposal());
    vote.add(story.vote());
    phantoms += story.phantoms();
    story.proposalMillis().ifPresent(proposalMillis::add);
  }

  String set() {
    return set;
  }

  List<VehicleStory> stories() {
    return List.copyOf(stories);
  }

  int vehicles() {
    return vote.pictures();
  }

  /** Every frame on its own. */
  Tally anyFrame() {
    return anyFrame;
  }

  Tally surestFrame() {
    return surestFrame;
  }

  Tally firstProposal() {
    return firstProposal;
  }

  Tally vote() {
    return vote;
  }

  /** Vehicles proposed beyond those that were there. */
  int phantoms() {
    return phantoms;
  }

  /** Vehicles that were not proposed while they were in view. */
  int late() {
    return vehicles() - proposalMillis.size();
  }

  /**
   * Milliseconds after standing within which this share of the proposals was there; 0 for none.
   *
   * @param share 0 to 1
   */
  double proposalMillis(double share) {
    List<Double> sorted = proposalMillis.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }
}
