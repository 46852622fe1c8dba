package io.gatehouse.lane;

import io.gatehouse.barrier.BarrierException;
import io.gatehouse.barrier.BarrierStatus;
import io.gatehouse.camera.CameraStatus;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameSink;
import io.gatehouse.camera.PreviewFeed;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Pending;
import io.gatehouse.lane.LaneNotice.Kind;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.plate.Plate;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.vote.Observation;
import io.gatehouse.vote.Proposal;
import io.gatehouse.vote.VoteEvent;
import io.gatehouse.vote.VoteEvent.Left;
import io.gatehouse.vote.VoteEvent.Proposed;
import io.gatehouse.vote.VoteEvent.Revised;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lane, from the camera's frames to the open barrier: frames are recognised, vehicles come to the
 * guard's desk, his decision is stored, then the barrier opens. Which thread does what is in
 * docs/threads.md.
 */
public final class Lane implements LaneControl, FrameSink, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Lane.class);

  private static final Duration STOPS_WITHIN = Duration.ofMillis(800);
  private static final Duration GIVES_UP_WITHIN = Duration.ofMillis(200);
  private static final int LAST_VISITS = 3;

  private final LaneParts parts;
  private final EvidenceShelf evidence = new EvidenceShelf();
  private final LaneScreen screen;
  private final DecisionFlow decisions;
  private final Unattended unattended;
  private final AtomicReference<BarrierStatus.Tally> tally =
      new AtomicReference<>(BarrierStatus.Tally.NONE);
  private volatile Runnable onTurn = () -> {};
  private Optional<Thread> recognition = Optional.empty();
  private boolean closed;

  /**
   * @param first what is known before the first frame: name, direction, a notice of the start
   */
  public Lane(LaneParts parts, LaneState first) {
    this.parts = parts;
    this.screen = new LaneScreen(first, parts.desk(), evidence);
    this.decisions = new DecisionFlow(parts, evidence, screen);
    this.unattended = new Unattended(parts, decisions, evidence);
  }

  /** Begins; once. */
  public synchronized void start() {
    if (recognition.isPresent()) {
      throw new IllegalStateException("the lane was started already");
    }
    PassageQuery newest = PassageQuery.newest(LaneScreen.RECENT);
    parts.recorder().ask(store -> screen.earlier(store.search(newest).passages()));
    Thread thread =
        parts.threads().start("recognition", () -> parts.recognition().run(new Recognized()));
    recognition = Optional.of(thread);
  }

  /**
   * Calls this whenever recognition has done a turn of its loop, on its thread: after each frame,
   * and every second without one. When the calls stop, the lane hangs.
   */
  public void onTurn(Runnable turn) {
    onTurn = turn;
  }

  /** Takes the camera's frames, on its thread. */
  @Override
  public void accept(Frame frame) {
    parts.frames().accept(frame);
  }

  /** Takes the camera's state; any thread. */
  public void onCamera(CameraStatus status) {
    parts.recognition().endOfPictures(status.phase() == CameraStatus.Phase.ENDED);
    screen.camera(status);
  }

  /** What recognition finds, on its thread. */
  private final class Recognized implements Recognition.Listener {

    @Override
    public void recognized(Frame frame, Observation seen, List<VoteEvent> events) {
      events.forEach(Lane.this::happened);
      unattended.decide();
      screen.frame(frame, seen);
    }

    @Override
    public void idle() {
      unattended.decide();
    }

    @Override
    public void ended(List<VoteEvent> events) {
      events.forEach(Lane.this::happened);
      unattended.decide();
      screen.desk();
    }

    @Override
    public void failed(long frame, Throwable why) {
      String detail = "frame %d: %s".formatted(frame, why);
      screen.recognitionFailed(
          new LaneNotice(Kind.RECOGNITION_FAILED, detail), parts.time().nanos());
    }

    @Override
    public void turned() {
      onTurn.run();
    }
  }

  private void happened(VoteEvent event) {
    switch (event) {
      case Proposed(Proposal proposal, boolean arrived) -> {
        gather(proposal);
        parts.desk().propose(proposal, arrived, parts.time().nanos());
      }
      case Revised(Proposal better) -> {
        if (parts.desk().find(better.vehicle()).isPresent()) {
          gather(better);
          parts.desk().revise(better);
        }
      }
      case Left(long vehicle) -> parts.desk().left(vehicle);
    }
  }

  /** The pictures now, while their frame is held; the last visits when the store has time. */
  private void gather(Proposal proposal) {
    Optional<Proposal> shown = parts.desk().find(proposal.vehicle()).map(Pending::proposal);
    evidence.put(
        proposal, parts.pictures().pictures(proposal.picture(), proposal.plateRegion()), shown);
    String plate = proposal.plate().text();
    if (!plate.isEmpty()) {
      parts
          .recorder()
          .ask(store -> {
            evidence.putVisits(proposal, store.lastVisits(plate, LAST_VISITS));
            screen.desk();
          });
    }
    assess(proposal);
  }

  private void assess(Proposal proposal) {
    parts.assessor().ifPresent(books -> assess(proposal, books));
  }

  /**
   * Until the answer is shown, the guard is not offered to decide: see {@link LaneState.Lookup}.
   */
  private void assess(Proposal proposal, VehicleAssessor books) {
    evidence.asking(proposal);
    parts
        .recorder()
        .ask(
            store -> {
              Assessment said =
                  books.assess(
                      state().direction(),
                      proposal.plate(),
                      proposal.characters(),
                      proposal.picture().capturedAt());
              evidence.putAssessment(proposal, said);
              screen.desk();
            },
            e -> {
              log.warn("the books gave no answer: {}", e.getMessage());
              evidence.unanswered(proposal);
              screen.desk();
            });
  }

  /** Takes the barrier's state; any thread. */
  public void onBarrier(BarrierStatus status) {
    screen.barrier(status);
    BarrierStatus.Tally now = status.tally();
    if (!now.equals(tally.getAndSet(now)) && now.isMore()) {
      parts.recorder().noteMore(now, parts.time().now());
    }
  }

  @Override
  public LaneState state() {
    return screen.state();
  }

  @Override
  public Subscription subscribe(LaneListener listener) {
    return screen.subscribe(listener);
  }

  @Override
  public PreviewFeed preview() {
    return parts.preview();
  }

  @Override
  public CompletableFuture<Passage> confirm(
      long vehicle, String plateText, Optional<StayChange> stay, String guard) {
    Instant now = parts.time().now();
    notEmpty(plateText);
    return decisions.decide(
        vehicle,
        proposal -> {
          Plate plate = parts.grammar().parse(plateText, proposal.plate().lines());
          return Decision.letThrough(proposal, plate, guard, now);
        },
        stay);
  }

  @Override
  public CompletableFuture<Passage> reject(long vehicle, String reason, String guard) {
    Instant now = parts.time().now();
    return decisions.decide(
        vehicle, p -> Decision.turnedAway(p, reason, guard, now), Optional.empty());
  }

  @Override
  public CompletableFuture<Passage> enterByHand(
      String plateText, Optional<StayChange> stay, String guard) {
    notEmpty(plateText);
    Plate plate = parts.grammar().parse(plateText, 0);
    return decisions.enter(Decision.byHand(plate, guard, parts.time().now()), stay);
  }

  @Override
  public CompletableFuture<Assessment> assess(long vehicle, String plateText) {
    Optional<Proposal> proposal = parts.desk().find(vehicle).map(Pending::proposal);
    int lines = proposal.map(p -> p.plate().lines()).orElse(0);
    Plate plate = parts.grammar().parse(plateText, lines);
    Instant at = proposal.map(p -> p.picture().capturedAt()).orElseGet(parts.time()::now);
    CompletableFuture<Assessment> answer = new CompletableFuture<>();
    VehicleAssessor books =
        parts.assessor().orElseThrow(() -> new IllegalStateException("this lane keeps no books"));
    parts
        .recorder()
        .ask(
            store ->
                answer.complete(
                    books.assess(state().direction(), plate, VehicleAssessor.typed(plate), at)),
            answer::completeExceptionally);
    return answer;
  }

  @Override
  public CompletableFuture<Void> openByHand(AuditEvent why) {
    return byHand(parts.recorder().openByHand(why));
  }

  @Override
  public CompletableFuture<Void> lowerByHand(AuditEvent why) {
    return byHand(parts.recorder().lowerByHand(why));
  }

  private CompletableFuture<Void> byHand(CompletableFuture<Void> command) {
    return command.whenComplete((done, failure) -> {
      if (failure == null) {
        screen.barrierObeyed();
      } else if (failure instanceof BarrierException shut
          && shut.failure() == KnownFailure.BARRIER_FAILED) {
        screen.barrierFailed(shut.getMessage());
      }
    });
  }

  private static void notEmpty(String plateText) {
    if (plateText.isBlank()) {
      throw new IllegalArgumentException("a vehicle is let through under a plate, not under none");
    }
  }

  @Override
  public void workOn(long vehicle) {
    parts.desk().workOn(vehicle);
    screen.desk();
  }

  @Override
  public void hold(boolean editing) {
    parts.desk().hold(editing);
    screen.desk();
  }

  @Override
  public void dismissNotice() {
    screen.noNotice();
  }

  @Override
  public void reverse(Direction direction) {
    // what was said of an entry must not stand in a lane that leads out
    if (parts.assessor().isPresent()) {
      parts.desk().view().all().forEach(pending -> evidence.withdraw(pending.proposal()));
    }
    screen.turn(direction);
    parts.desk().view().all().forEach(pending -> assess(pending.proposal()));
  }

  /**
   * Ends within three seconds. What was decided before is stored, and so are the vehicles that wait
   * undecided.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    parts.frames().close();
    recognition.ifPresent(Lane::end);
    unattended.decideRest();
    parts.recorder().close();
    parts.pictures().close();
  }

  private static void end(Thread thread) {
    try {
      // Time for the frame it works on, then for whatever hangs to be given up.
      if (thread.join(STOPS_WITHIN)) {
        return;
      }
      thread.interrupt();
      if (!thread.join(GIVES_UP_WITHIN)) {
        log.warn("recognition did not stop in time; it is left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
