package io.gatehouse.lane;

import io.gatehouse.common.TimeSource;
import io.gatehouse.decide.AutoGuard;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.DecisionDesk;
import io.gatehouse.decide.Pending;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.gate.Unguarded;
import io.gatehouse.read.Sureness;
import io.gatehouse.store.Passage;
import io.gatehouse.vote.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
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
  private final EvidenceShelf evidence;
  private final boolean keepsBooks;
  private final OptionalInt subscribersFrom;
  private final TimeSource time;

  Unattended(LaneParts parts, DecisionFlow decisions, EvidenceShelf evidence) {
    this.evidence = evidence;
    this.keepsBooks = parts.assessor().isPresent();
    this.subscribersFrom = parts.subscribersFrom();
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
    if (autoGuard.isEmpty() && subscribersFrom.isPresent()) {
      openForSubscribers(now);
    }
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
          .flatMap(decision -> checked(vehicle, decision, guard.waits(vehicle, time.nanos())))
          .ifPresent(decision -> settle(vehicle, proposal -> decision));
    }
  }

  /**
   * What was read surely still has to be right by the books; a better reading may make it so, while
   * there is patience.
   */
  private Optional<Decision> checked(Pending vehicle, Decision decision, boolean patient) {
    if (!decision.outcome().opens() || !keepsBooks) {
      return Optional.of(decision);
    }
    Optional<Assessment> said = evidence.find(vehicle.proposal()).assessment();
    if (said.isEmpty()) {
      return patient ? Optional.empty() : Optional.of(decision);
    }
    Optional<String> objection = Unguarded.objection(said.get());
    if (objection.isPresent() && patient) {
      return Optional.empty();
    }
    return Optional.of(
        objection
            .map(why ->
                Decision.turnedAway(
                    vehicle.proposal(), why, decision.decidedBy(), decision.decidedAt()))
            .orElse(decision));
  }

  private void openForSubscribers(Instant now) {
    for (Pending vehicle : desk.view().all()) {
      Proposal proposal = vehicle.proposal();
      boolean opens =
          vehicle.arrived()
              && !vehicle.gone()
              && proposal.sureness() == Sureness.SURE
              && evidence
                  .find(proposal)
                  .assessment()
                  .filter(said ->
                      said.plate().equals(proposal.plate().text())
                          && Unguarded.opensForSubscriber(
                              said, proposal.confidence(), subscribersFrom))
                  .isPresent();
      if (opens) {
        settle(vehicle, shown -> AutoGuard.letThrough(shown, now));
      }
    }
  }

  /** Nobody waits for the answer: a failure is on the screen, and it is tried again. */
  private void settle(Pending vehicle, Function<Proposal, Decision> judge) {
    CompletableFuture<Passage> _ = decisions.decide(vehicle.vehicle(), judge, Optional.empty());
  }
}
