package io.gatehouse.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.barrier.BarrierException;
import io.gatehouse.decide.Outcome;
import io.gatehouse.lane.LaneNotice.Kind;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.PictureSize;
import io.gatehouse.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the guard decides, and what becomes of it on the disk and at the barrier. */
class LaneDecisionTest extends LaneFixture {

  private static final AuditEvent BY_HAND =
      AuditEvent.of(Instant.EPOCH, Actor.named("Lan"), AuditKind.BARRIER_BY_HAND, "Test");

  @Test
  void vehicleIsProposedConfirmedStoredAndTheBarrierOpens() throws Exception {
    start(lane);
    vehicleStands("29A12345");
    PendingVehicle vehicle = current();

    Passage passage = confirm(vehicle, "29A12345");

    assertThat(passage.outcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(passage.plate()).isEqualTo("29A12345");
    assertThat(passage.decidedBy()).isEqualTo("Lan");
    assertThat(passage.capturedAt()).isEqualTo(vehicle.proposal().picture().capturedAt());
    assertThat(store.picture(passage.id(), PictureSize.FULL).orElseThrow())
        .isEqualTo(vehicle.picture());
    assertThat(store.picture(passage.id(), PictureSize.CROP).orElseThrow())
        .isEqualTo(vehicle.crop().orElseThrow());
    assertThat(store.picture(passage.id(), PictureSize.THUMBNAIL)).isPresent();
    assertThat(barrier.opened()).isEqualTo(1);
    assertThat(lane.state().current()).isEmpty();
    assertThat(lane.state().recent()).containsExactly(passage);
  }

  @Test
  void otherTextIsACorrection() throws Exception {
    start(lane);
    vehicleStands("29A12345");

    Passage passage = confirm(current(), "29A-123.46");

    assertThat(passage.outcome()).isEqualTo(Outcome.CORRECTED);
    assertThat(passage.plate()).isEqualTo("29A12346");
    assertThat(passage.readText()).isEqualTo("29A12345");
  }

  @Test
  void vehicleWithoutAReadablePlateIsTypedIn() throws Exception {
    start(lane);
    vehicles.comes();
    show(5);
    vehicles.stands();
    show(30);
    assertThat(current().proposal().plate().isEmpty()).isTrue();
    assertThat(current().crop()).isEmpty();
    assertThat(current().picture()).isNotEmpty();

    Passage passage = confirm(current(), "29A12345");

    assertThat(passage.outcome()).isEqualTo(Outcome.TYPED);
    assertThat(passage.hasPicture()).isTrue();
  }

  @Test
  void rejectedVehicleIsStoredAndTheBarrierStaysShut() throws Exception {
    start(lane);
    vehicleStands("29A12345");

    Passage passage =
        lane.reject(current().proposal().vehicle(), "denied", "Lan").get(20, TimeUnit.SECONDS);

    assertThat(passage.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(store.search(PassageQuery.newest(10)).total()).isEqualTo(1);
    assertThat(barrier.opened()).isZero();
  }

  @Test
  void tapIsShownAtOnceAndASecondTapGivesTheFirstAnswer() throws Exception {
    start(lane);
    vehicleStands("29A12345");
    long vehicle = current().proposal().vehicle();
    CompletableFuture<Passage> first;
    CompletableFuture<Passage> second;

    synchronized (store) { // the disk is slow
      first = lane.confirm(vehicle, "29A12345", "Lan");
      second = lane.confirm(vehicle, "29A99999", "Minh");
      assertThat(current().storing()).isTrue();
      assertThat(first).isNotDone();
    }

    assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(first.get(20, TimeUnit.SECONDS));
    assertThat(lane.reject(vehicle, "", "Minh").get(20, TimeUnit.SECONDS)).isEqualTo(first.get());
    assertThat(store.search(PassageQuery.newest(10)).total()).isEqualTo(1);
    assertThat(barrier.opened()).isEqualTo(1);
  }

  @Test
  void whatCannotBeStoredStaysOnTheDeskWithTheBarrierShutUntilTheNextTap() throws Exception {
    start(lane);
    vehicleStands("29A12345");
    long vehicle = current().proposal().vehicle();
    store.breakDown("the disk is gone");

    CompletableFuture<Passage> failed = lane.confirm(vehicle, "29A12345", "Lan");
    assertThatThrownBy(() -> failed.get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(StoreException.class)
        .hasMessageContaining("the disk is gone");
    assertThat(barrier.opened()).isZero();
    assertThat(lane.state().notice()).map(LaneNotice::kind).contains(Kind.STORE_FAILED);
    assertThat(current().storing()).isFalse();

    store.mend();
    confirm(current(), "29A12345");
    assertThat(barrier.opened()).isEqualTo(1);
    assertThat(lane.state().notice()).isEmpty();
  }

  @Test
  void barrierThatFailsKeepsThePassageAndIsReported() throws Exception {
    start(lane);
    vehicleStands("29A12345");
    barrier.breakDown("the relay does not answer; check its cable");

    Passage passage = confirm(current(), "29A12345");

    assertThat(store.find(passage.id())).isPresent();
    assertThat(lane.state().notice())
        .contains(
            new LaneNotice(Kind.BARRIER_FAILED, "the relay does not answer; check its cable"));
    lane.dismissNotice();
    assertThat(lane.state().notice()).isEmpty();
  }

  @Test
  void entryByHandIsStoredWithTheNewestFrameOrWithoutAny() throws Exception {
    lane.start();
    Passage without = lane.enterByHand("29a-123.45", "Lan").get(20, TimeUnit.SECONDS);
    show(3);
    Passage with = lane.enterByHand("30F67890", "Lan").get(20, TimeUnit.SECONDS);
    time.advance(Duration.ofMinutes(1));
    Passage stale = lane.enterByHand("30F67891", "Lan").get(20, TimeUnit.SECONDS);

    assertThat(without.hasPicture()).isFalse();
    assertThat(without.plate()).isEqualTo("29A12345");
    assertThat(without.outcome()).isEqualTo(Outcome.TYPED);
    assertThat(with.hasPicture()).isTrue();
    assertThat(stale.hasPicture()).isFalse();
    assertThat(stale.capturedAt()).isEqualTo(time.now());
    assertThat(barrier.opened()).isEqualTo(3);
    assertThat(lane.state().recent()).containsExactly(stale, with, without);
  }

  @Test
  void barrierOpensByHandOnceItIsWrittenDownWhy() throws Exception {
    lane.start();
    synchronized (trail) { // the disk is slow
      CompletableFuture<Void> opening = lane.openByHand(BY_HAND);
      assertThat(opening).isNotDone();
      assertThat(barrier.opened()).isZero();
    }
    lane.openByHand(BY_HAND).get(20, TimeUnit.SECONDS);

    assertThat(trail.events()).containsExactly(BY_HAND, BY_HAND);
    assertThat(barrier.opened()).isEqualTo(2);
    assertThat(store.search(PassageQuery.newest(9)).total()).isZero();
  }

  @Test
  void openingThatCannotBeWrittenDownDoesNotHappen() {
    lane.start();
    trail.breakDown("the disk is gone");

    CompletableFuture<Void> opening = lane.openByHand(BY_HAND);

    assertThatThrownBy(() -> opening.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(StoreException.class)
        .hasMessageContaining("the disk is gone");
    assertThat(barrier.opened()).isZero();
  }

  @Test
  void barrierThatDoesNotOpenByHandSaysSoOnTheScreenAndInTheTrail() {
    lane.start();
    barrier.breakDown("the relay does not answer");

    CompletableFuture<Void> opening = lane.openByHand(BY_HAND);

    assertThatThrownBy(() -> opening.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(BarrierException.class);
    assertThat(lane.state().notice())
        .contains(new LaneNotice(Kind.BARRIER_FAILED, "the relay does not answer"));
    assertThat(trail.events())
        .extracting(AuditEvent::kind, AuditEvent::details)
        .containsExactly(
            tuple(AuditKind.BARRIER_BY_HAND, "Test"),
            tuple(AuditKind.BARRIER_FAILED, "the relay does not answer"));
  }

  @Test
  void barrierThatOpensByHandAgainTakesItsNoticeDown() throws Exception {
    lane.start();
    barrier.breakDown("the relay does not answer");
    assertThatThrownBy(() -> lane.openByHand(BY_HAND).get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(BarrierException.class);
    barrier.mend();

    lane.openByHand(BY_HAND).get(20, TimeUnit.SECONDS);

    assertThat(lane.state().notice()).isEmpty();
  }
}
