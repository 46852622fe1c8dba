package io.gatehouse.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.barrier.BarrierException;
import io.gatehouse.barrier.BarrierStatus;
import io.gatehouse.barrier.BarrierStatus.Loop;
import io.gatehouse.lane.LaneNotice.Kind;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
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
    BarrierStatus under = new BarrierStatus(true, Loop.OCCUPIED, 4, Optional.empty());
    lane.onBarrier(under);
    assertThat(lane.state().barrier()).isEqualTo(under);
    lane.reverse(io.gatehouse.parking.Direction.OUT);
    lane.dismissNotice();
    assertThat(lane.state().barrier()).as("other changes leave it").isEqualTo(under);
  }

  @Test
  void aFaultOfTheBarrierIsSaidOnceAndTakenDownWhenItIsMended() {
    BarrierStatus broken = new BarrierStatus(true, Loop.FREE, 0, Optional.of("no such port"));
    lane.onBarrier(broken);
    assertThat(lane.state().notice()).contains(new LaneNotice(Kind.BARRIER_FAILED, "no such port"));
    lane.dismissNotice();
    lane.onBarrier(new BarrierStatus(true, Loop.OCCUPIED, 0, Optional.of("no such port")));
    assertThat(lane.state().notice()).as("the guard has read it").isEmpty();
    lane.onBarrier(new BarrierStatus(true, Loop.FREE, 0, Optional.of("another fault")));
    assertThat(lane.state().notice()).isPresent();
    lane.onBarrier(new BarrierStatus(true, Loop.FREE, 0, Optional.empty()));
    assertThat(lane.state().notice()).isEmpty();
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
