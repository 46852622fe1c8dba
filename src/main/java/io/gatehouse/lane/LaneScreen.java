package io.gatehouse.lane;

import io.gatehouse.barrier.BarrierStatus;
import io.gatehouse.camera.CameraStatus;
import io.gatehouse.camera.Frame;
import io.gatehouse.decide.DecisionDesk;
import io.gatehouse.decide.Pending;
import io.gatehouse.lane.LaneControl.Subscription;
import io.gatehouse.lane.LaneNotice.Kind;
import io.gatehouse.lane.LaneState.Mark;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.Direction;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import io.gatehouse.vote.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns what happens in the lane into the state that screens show. Safe for several threads. */
final class LaneScreen {

  /** How many passages the strip shows. */
  static final int RECENT = 12;

  private static final long MARKS_STAY = Duration.ofMillis(700).toNanos();
  private static final long FAULT_STAYS = Duration.ofSeconds(10).toNanos();

  private final LaneBoard board;
  private final DecisionDesk desk;
  private final EvidenceShelf evidence;

  // the recognition thread's own
  private long lastLookNanos;
  private long lastFaultNanos;

  LaneScreen(LaneState first, DecisionDesk desk, EvidenceShelf evidence) {
    this.board = new LaneBoard(first);
    this.desk = desk;
    this.evidence = evidence;
  }

  LaneState state() {
    return board.state();
  }

  Subscription subscribe(LaneListener listener) {
    return board.subscribe(listener);
  }

  void turn(Direction direction) {
    board.change(s -> withDesk(s.withDirection(direction)));
  }

  void camera(CameraStatus status) {
    boolean live = status.phase() == CameraStatus.Phase.LIVE;
    board.change(s ->
        (live ? s : s.withMarks(List.of(), s.frameWidth(), s.frameHeight())).withCamera(status));
  }

  /** After each frame: what was seen in it, and the desk as it is then. */
  void frame(Frame frame, Observation seen) {
    long now = seen.stamp().capturedNanos();
    boolean newMarks = seen.looked() || now - lastLookNanos > MARKS_STAY;
    if (seen.looked()) {
      lastLookNanos = now;
    }
    boolean healthyAgain = now - lastFaultNanos > FAULT_STAYS;
    board.change(s -> {
      List<Mark> marks = newMarks ? marks(seen) : s.marks();
      LaneState next = withDesk(s.withMarks(marks, frame.width(), frame.height()));
      return healthyAgain ? without(next, Set.of(Kind.RECOGNITION_FAILED)) : next;
    });
  }

  void recognitionFailed(LaneNotice notice, long nowNanos) {
    lastFaultNanos = nowNanos;
    board.change(s -> s.withNotice(Optional.of(notice)));
  }

  /** The desk has changed. */
  void desk() {
    board.change(this::withDesk);
  }

  /** A passage is on the disk; what went wrong before is over, unless it went wrong again. */
  void stored(Passage passage, Optional<LaneNotice> trouble) {
    board.change(s -> {
      List<Passage> recent = new ArrayList<>(s.recent());
      recent.addFirst(passage);
      LaneState next =
          without(
              withDesk(s.withRecent(recent.subList(0, Math.min(RECENT, recent.size())))),
              Set.of(Kind.STORE_FAILED, Kind.BARRIER_FAILED));
      return trouble.isPresent() ? next.withNotice(trouble) : next;
    });
  }

  /** The barrier or its loop has changed; a new fault is said, a mended one is taken down. */
  void barrier(BarrierStatus status) {
    board.change(s -> {
      LaneState next = s.withBarrier(status);
      if (status.fault().equals(s.barrier().fault())) {
        return next;
      }
      return status
          .fault()
          .map(why -> next.withNotice(Optional.of(new LaneNotice(Kind.BARRIER_FAILED, why))))
          .orElseGet(() -> without(next, Set.of(Kind.BARRIER_FAILED)));
    });
  }

  void barrierObeyed() {
    board.change(s -> without(s, Set.of(Kind.BARRIER_FAILED)));
  }

  void barrierFailed(String why) {
    LaneNotice notice = new LaneNotice(Kind.BARRIER_FAILED, why);
    board.change(s -> s.withNotice(Optional.of(notice)));
  }

  void notStored(String why) {
    LaneNotice notice = new LaneNotice(Kind.STORE_FAILED, why);
    board.change(s -> withDesk(s).withNotice(Optional.of(notice)));
  }

  /** The passages of before this start; those of since come first. */
  void earlier(List<Passage> passages) {
    board.change(s -> {
      List<Passage> recent = new ArrayList<>(s.recent());
      passages.stream()
          .filter(p -> recent.stream().noneMatch(r -> r.id().equals(p.id())))
          .forEach(recent::add);
      return s.withRecent(recent.subList(0, Math.min(RECENT, recent.size())));
    });
  }

  void noNotice() {
    board.change(s -> s.withNotice(Optional.empty()));
  }

  private static LaneState without(LaneState state, Set<Kind> over) {
    return state.notice().filter(n -> over.contains(n.kind())).isPresent()
        ? state.withNotice(Optional.empty())
        : state;
  }

  private static List<Mark> marks(Observation seen) {
    return seen.readings().stream()
        .map(r -> new Mark(r.box().region(), r.plate().display(), r.confidence()))
        .toList();
  }

  private LaneState withDesk(LaneState state) {
    DecisionDesk.View view = desk.view();
    return state.withVehicles(
        view.current().map(this::shown), view.waiting().stream().map(this::shown).toList());
  }

  private PendingVehicle shown(Pending pending) {
    Evidence found = evidence.find(pending.proposal());
    return new PendingVehicle(
        pending.proposal(),
        found.pictures().flatMap(NewPassage.Pictures::crop),
        found.pictures().map(NewPassage.Pictures::full).orElseGet(() -> new byte[0]),
        found.lastVisits(),
        found.assessment(),
        found.lookup(),
        pending.gone(),
        pending.storing());
  }
}
