package io.gatehouse.lane;

import io.gatehouse.barrier.BarrierException;
import io.gatehouse.camera.FrameStamp;
import io.gatehouse.common.TimeSource;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.DecisionDesk;
import io.gatehouse.decide.Pending;
import io.gatehouse.lane.LaneNotice.Kind;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import io.gatehouse.store.StoreException;
import io.gatehouse.vote.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a decision to the answer: the desk shows at once that it is being stored; once it is on the
 * disk the vehicle leaves the desk, and when it could not be stored the guard may decide again.
 * Safe for use by several threads.
 */
final class DecisionFlow {

  private static final Logger log = LoggerFactory.getLogger(DecisionFlow.class);

  private static final Duration STILL_NEW = Duration.ofSeconds(5);

  private final DecisionDesk desk;
  private final EvidenceShelf evidence;
  private final PictureKeeper pictures;
  private final PassageRecorder recorder;
  private final Recognition recognition;
  private final LaneScreen screen;
  private final Optional<VehicleAssessor> assessor;
  private final TimeSource time;
  private final Answers answers = new Answers();
  private volatile long lastFailureNanos;
  private volatile boolean failed;

  DecisionFlow(LaneParts parts, EvidenceShelf evidence, LaneScreen screen) {
    this.desk = parts.desk();
    this.evidence = evidence;
    this.pictures = parts.pictures();
    this.recorder = parts.recorder();
    this.recognition = parts.recognition();
    this.screen = screen;
    this.assessor = parts.assessor();
    this.time = parts.time();
  }

  /**
   * @param judge makes the decision of the vehicle as the guard sees it
   * @param stay what becomes of its stay; empty for what the books say
   */
  CompletableFuture<Passage> decide(
      long vehicle, Function<Proposal, Decision> judge, Optional<StayChange> stay) {
    return answers.firstFor(
        vehicle,
        answer -> {
          Optional<Pending> pending = desk.decide(vehicle);
          if (pending.isEmpty()) {
            answers.forget(vehicle);
            answer.completeExceptionally(
                new StoreException("vehicle %d is not on the desk".formatted(vehicle)));
            return;
          }
          Proposal proposal = pending.get().proposal();
          Decision decision = judge.apply(proposal);
          Optional<NewPassage.Pictures> shown = evidence.find(proposal).pictures();
          store(
              () -> passage(decision, proposal.picture(), shown, stay),
              Optional.of(vehicle),
              answer);
          screen.desk();
        });
  }

  /** A decision without a proposal is stored with the newest frame. */
  CompletableFuture<Passage> enter(Decision byHand, Optional<StayChange> stay) {
    FrameStamp moment = new FrameStamp(0, time.nanos(), byHand.decidedAt());
    CompletableFuture<Passage> answer = new CompletableFuture<>();
    store(
        () ->
            pictures
                .newest(moment.capturedNanos() - STILL_NEW.toNanos())
                .map(shot -> passage(byHand, shot.stamp(), Optional.of(shot.pictures()), stay))
                .orElseGet(() -> passage(byHand, moment, Optional.empty(), stay)),
        Optional.empty(),
        answer);
    return answer;
  }

  /** Whether the last try to store failed less than this ago. */
  boolean failedWithin(Duration pause) {
    return failed && time.nanos() - lastFailureNanos < pause.toNanos();
  }

  /** On the recorder's thread, which may wait for the books. */
  private NewPassage passage(
      Decision decision,
      FrameStamp frame,
      Optional<NewPassage.Pictures> shown,
      Optional<StayChange> stay) {
    LaneState state = screen.state();
    return stay.or(() -> plainChange(decision, state.direction(), frame.capturedAt()))
        .map(change ->
            new NewPassage(decision, state.direction(), state.lane(), frame, shown, change))
        .orElseGet(() -> new NewPassage(decision, state.direction(), state.lane(), frame, shown));
  }

  /** Books that cannot be read must not cost a passage. */
  private Optional<StayChange> plainChange(Decision decision, Direction direction, Instant at) {
    if (assessor.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(assessor.get().plainChange(decision, direction, at));
    } catch (StoreException e) {
      log.warn("the books gave no answer, the passage is stored without: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private void store(
      Supplier<NewPassage> passage, Optional<Long> vehicle, CompletableFuture<Passage> answer) {
    recorder.record(
        passage,
        new PassageRecorder.Listener() {
          @Override
          public void stored(NewPassage given, Passage stored, Optional<BarrierException> shut) {
            failed = false;
            vehicle.ifPresent(DecisionFlow.this::settle);
            screen.stored(stored, trouble(given, stored, shut));
            answer.complete(stored);
          }

          @Override
          public void notStored(StoreException why) {
            lastFailureNanos = time.nanos();
            if (!failed) { // once, until one is stored again
              log.warn("a passage could not be stored: {}", why.getMessage());
            }
            failed = true;
            vehicle.ifPresent(DecisionFlow.this::takeBack);
            screen.notStored(why.getMessage());
            answer.completeExceptionally(why);
          }
        });
  }

  private void settle(long vehicle) {
    recognition.decided(vehicle);
    desk.settled(vehicle);
    evidence.forget(vehicle);
  }

  private void takeBack(long vehicle) {
    answers.forget(vehicle);
    desk.takenBack(vehicle);
  }

  private static Optional<LaneNotice> trouble(
      NewPassage given, Passage stored, Optional<BarrierException> shut) {
    if (shut.isPresent()) {
      return Optional.of(new LaneNotice(Kind.BARRIER_FAILED, shut.get().getMessage()));
    }
    return given.pictures().isPresent() && !stored.hasPicture()
        ? Optional.of(new LaneNotice(Kind.PICTURES_DROPPED, "the disk is full"))
        : Optional.empty();
  }
}
