package io.gatehouse.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.gatehouse.barrier.BarrierException;
import io.gatehouse.barrier.BarrierStatus;
import io.gatehouse.barrier.BarrierStatus.Loop;
import io.gatehouse.barrier.BarrierStatus.Tally;
import io.gatehouse.lane.LaneNotice.Kind;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.store.Passage;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a lane hears of its barrier, and how it is lowered. */
class LaneBarrierTest extends LaneFixture {

  private static final AuditEvent BY_HAND =
      AuditEvent.of(
          Instant.parse("2026-03-02T01:00:00Z"),
          Actor.named("Lan"),
          AuditKind.BARRIER_BY_HAND,
          "Lower");

  @Test
  void whatIsUnderTheBoomIsSeenInTheState() {
    BarrierStatus under = new BarrierStatus(true, Loop.OCCUPIED, new Tally(1, 0), Optional.empty());
    lane.onBarrier(under);
    assertThat(lane.state().barrier()).isEqualTo(under);
    lane.reverse(io.gatehouse.parking.Direction.OUT);
    lane.dismissNotice();
    assertThat(lane.state().barrier()).as("other changes leave it").isEqualTo(under);
  }

  @Test
  void aFaultOfTheBarrierIsSaidOnceAndTakenDownWhenItIsMended() {
    BarrierStatus broken =
        new BarrierStatus(true, Loop.FREE, Tally.NONE, Optional.of("no such port"));
    lane.onBarrier(broken);
    assertThat(lane.state().notice()).contains(new LaneNotice(Kind.BARRIER_FAILED, "no such port"));
    lane.dismissNotice();
    lane.onBarrier(new BarrierStatus(true, Loop.OCCUPIED, Tally.NONE, Optional.of("no such port")));
    assertThat(lane.state().notice()).as("the guard has read it").isEmpty();
    lane.onBarrier(new BarrierStatus(true, Loop.FREE, Tally.NONE, Optional.of("another fault")));
    assertThat(lane.state().notice()).isPresent();
    lane.onBarrier(new BarrierStatus(true, Loop.FREE, Tally.NONE, Optional.empty()));
    assertThat(lane.state().notice()).isEmpty();
  }

  @Test
  void whoeverSlipsThroughIsWrittenDownOnceWithThePassageItOpenedFor() throws Exception {
    lane.start();
    Passage passage =
        lane.enterByHand("29A12345", Optional.empty(), "Lan").get(20, TimeUnit.SECONDS);
    counted(1, 1);
    counted(1, 2);
    counted(1, 2);
    await().until(() -> trail.events().size() == 1);
    assertThat(trail.events())
        .containsExactly(
            AuditEvent.of(time.now(), Actor.named(""), AuditKind.MORE_THAN_OPENED, "2 > 1")
                .of(passage.display(), passage.id()));
    counted(1, 3);
    await().until(() -> trail.events().size() == 2);
    assertThat(trail.events().getLast().details()).isEqualTo("3 > 1");
    assertThat(lane.state().notice()).as("it stops nobody's work").isEmpty();
  }

  @Test
  void afterAnOpeningByHandNoPassageIsNamed() throws Exception {
    lane.start();
    Passage _ = lane.enterByHand("29A12345", Optional.empty(), "Lan").get(20, TimeUnit.SECONDS);
    lane.openByHand(BY_HAND).get(20, TimeUnit.SECONDS);
    counted(1, 2);
    await().until(() -> trail.events().size() == 2);
    assertThat(trail.events().getLast().passage()).isEmpty();
    assertThat(trail.events().getLast().kind()).isEqualTo(AuditKind.MORE_THAN_OPENED);
  }

  private void counted(int openings, int vehicles) {
    lane.onBarrier(
        new BarrierStatus(false, Loop.FREE, new Tally(openings, vehicles), Optional.empty()));
  }

  @Test
  void theBoomIsLoweredOnceItIsWrittenDown() throws Exception {
    lane.start();
    lane.lowerByHand(BY_HAND).get(20, TimeUnit.SECONDS);
    assertThat(trail.events()).containsExactly(BY_HAND);
    assertThat(barrier.lowered()).isEqualTo(1);
    assertThat(barrier.opened()).isZero();
  }

  @Test
  void aVehicleUnderTheBoomIsNoFaultOfTheBarrier() {
    lane.start();
    barrier.hold("a vehicle is under the boom");
    assertThatThrownBy(() -> lane.lowerByHand(BY_HAND).get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(BarrierException.class)
        .hasMessageContaining("a vehicle is under the boom");
    assertThat(lane.state().notice()).isEmpty();
    assertThat(trail.events())
        .extracting(AuditEvent::kind, AuditEvent::details)
        .containsExactly(
            tuple(AuditKind.BARRIER_BY_HAND, "Lower"),
            tuple(AuditKind.BARRIER_FAILED, "a vehicle is under the boom"));
  }
}
