package io.gatehouse.bench.plates;

import io.gatehouse.bench.plates.PlateScorer.Answer;
import io.gatehouse.bench.plates.PlateScorer.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said about one vehicle: by each of its frames, and by the vote over them. */
final class VehicleStory {

  private final String name;
  private final List<String> truths;
  private final Tally frames = new Tally();
  private final Map<Long, Answer> proposals = new LinkedHashMap<>();
  private Verdict surestFrame;
  private double surest = -1;
  private Verdict firstProposal;
  private long standsSince = Long.MIN_VALUE;
  private long proposedAt = Long.MIN_VALUE;

  /**
   * Nothing was said yet.
   *
   * @param name of the photograph, or the vehicle's number
   * @param truths its plates
   */
  VehicleStory(String name, List<String> truths) {
    this.name = name;
    this.truths = List.copyOf(truths);
  }

  /** What was read in one of its frames. */
  void frame(List<Answer> answers) {
    Verdict verdict = PlateScorer.judge(truths, answers);
    frames.add(verdict);
    double confidence = PlateScorer.best(answers).map(Answer::confidence).orElse(0.0);
    if (confidence > surest) {
      surest = confidence;
      surestFrame = verdict;
    }
  }

  /** From now on it stands; told more than once, the first time counts. */
  void stands(long nanos) {
    if (standsSince == Long.MIN_VALUE) {
      standsSince = nanos;
    }
  }

  /**
   * The vote proposes a vehicle, or revises it.
   *
   * @param vehicle the vote's own number; several for one vehicle are phantoms
   */
  void proposed(long vehicle, Answer answer, long nanos) {
    if (proposals.isEmpty()) {
      proposedAt = nanos;
      firstProposal = PlateScorer.judge(truths, List.of(answer));
    }
    proposals.put(vehicle, answer);
  }

  String name() {
    return name;
  }

  /** The frames were judged each on its own. */
  Tally frames() {
    return frames;
  }

  /** The frame whose reading is the surest. */
  Verdict surestFrame() {
    return surestFrame == null ? PlateScorer.judge(truths, List.of()) : surestFrame;
  }

  /** What the guard sees first. */
  Verdict firstProposal() {
    return firstProposal == null ? PlateScorer.judge(truths, List.of()) : firstProposal;
  }

  /** What the vote came to in the end; of several vehicles proposed, the surest. */
  Verdict vote() {
    return PlateScorer.judge(truths, List.copyOf(proposals.values()));
  }

  /** How many vehicles were proposed beyond this one. */
  int phantoms() {
    return Math.max(0, proposals.size() - 1);
  }

  /**
   * Milliseconds from standing to the first proposal; 0 when it was there before, empty when none
   * came or it never stood.
   */
  Optional<Double> proposalMillis() {
    if (standsSince == Long.MIN_VALUE || proposedAt == Long.MIN_VALUE) {
      return Optional.empty();
    }
    return Optional.of(Math.max(0, proposedAt - standsSince) / 1e6);
  }
}
