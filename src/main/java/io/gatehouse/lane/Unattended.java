package io.gatehouse.lane;

import io.gatehouse.common.TimeSource;
import io.gatehouse.decide.AutoGuard;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.DecisionDesk;
import io.gatehouse.decide.Pending;
import io.gatehouse.store.Passage;
import io.gatehouse.vote.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Decides what no guard will: vehicles that left long ago, all vehicles in a lane without one, and
 * those that still wait when the lane closes.
 */
final class Unattended {

  // A full disk is not asked again with every frame.
  private static final Duration NEXT_TRY = Duration.ofSeconds(5);

  private final DecisionDesk desk;
  private final Optional<AutoGuard> autoGuard;
  private final DecisionFlow decisions;
  private final TimeSource time;

  Unattended(LaneParts parts, DecisionFlow decisions) {
    this.desk = parts.desk();
    this.autoGuard = parts.autoGuard();
    this.time = parts.time();
    this.decisions = decisions;
  }

  void decide() {
    if (decisions.failedWithin(NEXT_TRY)) {
      return;
    }
    Instant now = time.now();
    for (Pending missed : desk.overdue()) {
      settle(missed, proposal -> AutoGuard.missed(proposal, now));
    }
    autoGuard.ifPresent(guard -> decideAll(guard, now));
  }

  /**
   * Nobody decides any more: each vehicle that waits is stored, though the kiosk stops. One last
   * try, whatever failed before.
   */
  void decideRest() {
    Instant now = time.now();
    desk.view().all().forEach(p -> desk.left(p.vehicle()));
    autoGuard.ifPresent(guard -> decideAll(guard, now));
    for (Pending left : desk.view().all()) {
      settle(left, proposal -> AutoGuard.unserved(proposal, now));
    }
  }

  private void decideAll(AutoGuard guard, Instant now) {
    for (Pending vehicle : desk.view().all()) {
      guard
          .decide(vehicle, time.nanos(), now)
          .ifPresent(decision -> settle(vehicle, proposal -> decision));
    }
  }

  /** Nobody waits for the answer: a failure is on the screen, and it is tried again. */
  private void settle(Pending vehicle, Function<Proposal, Decision> judge) {
    CompletableFuture<Passage> _ = decisions.decide(vehicle.vehicle(), judge, Optional.empty());
  }
}
