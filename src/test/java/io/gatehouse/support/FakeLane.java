package io.gatehouse.support;

import io.gatehouse.barrier.BarrierStatus;
import io.gatehouse.camera.CameraStatus;
import io.gatehouse.camera.PreviewFeed;
import io.gatehouse.lane.LaneControl;
import io.gatehouse.lane.LaneListener;
import io.gatehouse.lane.LaneState;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.store.Passage;
import io.gatehouse.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A lane that shows what a test sets and writes down what the guard does. */
public final class FakeLane implements LaneControl {

  /** What the guard did. */
  public sealed interface Call {
    record Confirm(long vehicle, String plate, String guard) implements Call {}

    record Reject(long vehicle, String reason, String guard) implements Call {}

    record ByHand(String plate, String guard) implements Call {}

    record OpenByHand(AuditEvent why) implements Call {}

    record Assess(long vehicle, String plate) implements Call {}

    record WorkOn(long vehicle) implements Call {}

    record Hold(boolean editing) implements Call {}

    record LowerByHand(AuditEvent why) implements Call {}

    record Reverse(Direction direction) implements Call {}

    record DismissNotice() implements Call {}
  }

  private final List<LaneListener> listeners = new CopyOnWriteArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<StayChange> changes = new ArrayList<>();
  private CompletableFuture<Assessment> assessment = new CompletableFuture<>();
  private final CompletableFuture<Void> opening = new CompletableFuture<>();
  private volatile LaneState state;
  private PreviewFeed preview = target -> false;
  private CompletableFuture<Passage> answer = new CompletableFuture<>();

  public FakeLane(LaneState state) {
    this.state = state;
  }

  /** A lane with a live camera and nothing in it. */
  public static FakeLane empty() {
    return new FakeLane(
        new LaneState(
            "Cổng vào A",
            Direction.IN,
            new CameraStatus(CameraStatus.Phase.LIVE, 30, 0, Optional.empty(), ""),
            List.of(),
            1280,
            720,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            BarrierStatus.PLAIN));
  }

  /** Shows another state to all listeners. */
  public void show(LaneState next) {
    state = next;
    listeners.forEach(listener -> listener.onLane(next));
  }

  public void change(UnaryOperator<LaneState> change) {
    show(change.apply(state));
  }

  public void preview(PreviewFeed feed) {
    preview = feed;
  }

  /** What the next decision is answered with, once the test completes it. */
  public CompletableFuture<Passage> answer() {
    return answer;
  }

  /** What an opening by hand is answered with, once the test completes it. */
  public CompletableFuture<Void> opening() {
    return opening;
  }

  /** What the books say of the next plate that is asked for. */
  public void booksSay(Assessment said) {
    assessment = CompletableFuture.completedFuture(said);
  }

  /** The books cannot be read when a plate is asked for next. */
  public void booksFail() {
    assessment = CompletableFuture.failedFuture(new StoreException("the books are shut"));
  }

  /** What the guard chose to become of stays, in order. */
  public List<StayChange> changes() {
    return List.copyOf(changes);
  }

  /** All that the guard did, in order. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** How many listen now; 0 when all subscriptions were closed. */
  public int listeners() {
    return listeners.size();
  }

  @Override
  public LaneState state() {
    return state;
  }

  @Override
  public Subscription subscribe(LaneListener listener) {
    listeners.add(listener);
    listener.onLane(state);
    return () -> listeners.remove(listener);
  }

  @Override
  public PreviewFeed preview() {
    return preview;
  }

  @Override
  public CompletableFuture<Passage> confirm(
      long vehicle, String plateText, Optional<StayChange> stay, String guard) {
    stay.ifPresent(changes::add);
    return note(new Call.Confirm(vehicle, plateText, guard));
  }

  @Override
  public CompletableFuture<Assessment> assess(long vehicle, String plateText) {
    calls.add(new Call.Assess(vehicle, plateText));
    return assessment;
  }

  @Override
  public CompletableFuture<Passage> reject(long vehicle, String reason, String guard) {
    return note(new Call.Reject(vehicle, reason, guard));
  }

  @Override
  public CompletableFuture<Passage> enterByHand(
      String plateText, Optional<StayChange> stay, String guard) {
    stay.ifPresent(changes::add);
    return note(new Call.ByHand(plateText, guard));
  }

  @Override
  public CompletableFuture<Void> openByHand(AuditEvent why) {
    calls.add(new Call.OpenByHand(why));
    return opening;
  }

  @Override
  public CompletableFuture<Void> lowerByHand(AuditEvent why) {
    calls.add(new Call.LowerByHand(why));
    return opening;
  }

  @Override
  public void workOn(long vehicle) {
    calls.add(new Call.WorkOn(vehicle));
  }

  @Override
  public void hold(boolean editing) {
    calls.add(new Call.Hold(editing));
  }

  @Override
  public void reverse(Direction direction) {
    calls.add(new Call.Reverse(direction));
  }

  @Override
  public void dismissNotice() {
    calls.add(new Call.DismissNotice());
  }

  private CompletableFuture<Passage> note(Call call) {
    calls.add(call);
    answer = new CompletableFuture<>();
    return answer;
  }
}
