package io.gatehouse.lane;

import io.gatehouse.camera.PreviewFeed;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.store.Passage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What a guard can do with a lane. No call blocks; each future completes when the passage is on the
 * disk and the barrier has its command, or exceptionally with a {@link
 * io.gatehouse.store.StoreException} (nothing was stored, the barrier stays shut). Safe for use by
 * several threads.
 */
public interface LaneControl {

  LaneState state();

  /** Adds a listener; it is told of the present state at once. Closing the handle removes it. */
  Subscription subscribe(LaneListener listener);

  PreviewFeed preview();

  /**
   * Lets the vehicle through under the given plate: the proposal's own text is a confirmation,
   * another one a correction. A vehicle that was decided already is not stored twice: the first
   * answer comes again. The state says {@code storing} before this returns.
   *
   * @param vehicle of {@link io.gatehouse.vote.Proposal#vehicle()}
   * @param plateText compact or with separators; must not be empty
   * @param guard who decided
   */
  default CompletableFuture<Passage> confirm(long vehicle, String plateText, String guard) {
    return confirm(vehicle, plateText, Optional.empty(), guard);
  }

  /**
   * The same, with what becomes of the vehicle's stay.
   *
   * @param stay as the guard chose; empty for what the books say: an entry opens a stay, an exit
   *     closes that of the same plate, its fee paid
   */
  CompletableFuture<Passage> confirm(
      long vehicle, String plateText, Optional<StayChange> stay, String guard);

  /**
   * Asks the books about a plate that the guard typed or chose for this vehicle; also where it is
   * not on the desk. Completes exceptionally with a {@link io.gatehouse.store.StoreException} when
   * they could not be read.
   */
  CompletableFuture<Assessment> assess(long vehicle, String plateText);

  /** Turns the vehicle away; stored, the barrier stays shut. */
  CompletableFuture<Passage> reject(long vehicle, String reason, String guard);

  /**
   * Lets a vehicle through that the camera did not propose; stored with the newest frame, if there
   * is one.
   */
  default CompletableFuture<Passage> enterByHand(String plateText, String guard) {
    return enterByHand(plateText, Optional.empty(), guard);
  }

  /** The same, with what becomes of the vehicle's stay; see {@link #confirm}. */
  CompletableFuture<Passage> enterByHand(String plateText, Optional<StayChange> stay, String guard);

  /**
   * Opens the barrier for whatever is no passage: an emergency, a vehicle that is pushed, a test.
   * It is written into the audit trail first. Completes exceptionally with a {@link
   * io.gatehouse.store.StoreException} (not written, the barrier stays shut) or a {@link
   * io.gatehouse.barrier.BarrierException}, which the state's notice tells of too.
   *
   * @param why of the kind {@link io.gatehouse.parking.audit.AuditKind#BARRIER_BY_HAND}
   */
  CompletableFuture<Void> openByHand(AuditEvent why);

  /**
   * Lowers a boom that can be lowered by command; written down first, as an opening is. Completes
   * exceptionally too while a vehicle is under it: with {@link
   * io.gatehouse.common.KnownFailure#BARRIER_HELD}.
   */
  CompletableFuture<Void> lowerByHand(AuditEvent why);

  /** Brings a waiting vehicle to the front. */
  void workOn(long vehicle);

  /** While held, the current proposal is neither revised nor replaced: the guard is editing it. */
  void hold(boolean editing);

  /** The guard has read the notice: it is taken down. */
  void dismissNotice();

  /** Turns a reversible lane round. */
  void reverse(Direction direction);

  /** Ends a subscription. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
