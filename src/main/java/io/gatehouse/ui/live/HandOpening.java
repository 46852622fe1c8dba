package io.gatehouse.ui.live;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Action;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.ui.common.ScreenTools;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The barrier opened by hand: for a reason, with a supervisor's PIN, never without a trace. */
final class HandOpening {

  /** Why the barrier opens for what is no passage. */
  enum Reason {
    EMERGENCY,
    /** It is pushed or towed, and cannot be read. */
    PUSHED,
    TEST,
    OTHER
  }

  private final ScreenTools tools;
  private final GateActions actions;
  private final LaneMessages messages;

  HandOpening(ScreenTools tools, GateActions actions, LaneMessages messages) {
    this.tools = tools;
    this.actions = actions;
    this.messages = messages;
  }

  /** Asks why, over the vehicle's panel. */
  void offer() {
    boolean locked = tools.permission().asks(Action.BARRIER);
    List<Sheet.Option> options = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      options.add(new Sheet.Option(tools.texts().of(reason), "", locked, () -> ask(reason)));
    }
    if (tools.context().lane().state().barrier().closes()) {
      options.add(
          new Sheet.Option(
              tools.texts().get("barrier.lower"),
              tools.texts().get("barrier.lower.does"),
              locked,
              this::askToLower));
    }
    actions.offer(tools.texts().get("barrier.why"), options);
  }

  private void ask(Reason reason) {
    actions.close();
    tools.permission().ask(Action.BARRIER, approvedBy -> open(reason, approvedBy));
  }

  private void open(Reason reason, String approvedBy) {
    String opened = tools.texts().get("barrier.opened", tools.texts().of(reason));
    CompletableFuture<Void> _ =
        tools
            .context()
            .lane()
            .openByHand(event(tools.texts().of(reason), approvedBy))
            .whenComplete(
                (done, failure) -> tools.work().onScreen(() -> answered(opened, failure)));
  }

  private void askToLower() {
    actions.close();
    tools.permission().ask(Action.BARRIER, this::lower);
  }

  private void lower(String approvedBy) {
    CompletableFuture<Void> _ =
        tools
            .context()
            .lane()
            .lowerByHand(event(tools.texts().get("barrier.lower"), approvedBy))
            .whenComplete((done, failure) ->
                tools
                    .work()
                    .onScreen(() -> answered(tools.texts().get("barrier.lowered"), failure)));
  }

  private AuditEvent event(String why, String approvedBy) {
    Actor who = tools.duty().actor();
    return AuditEvent.of(tools.context().time().now(), who, AuditKind.BARRIER_BY_HAND, why)
        .approvedBy(approvedBy.equals(who.name()) ? "" : approvedBy);
  }

  private void answered(String done, Throwable failure) {
    if (failure == null) {
      messages.movedByHand(done);
    } else {
      KnownFailure known = ErrorCode.diagnosis(failure).orElse(KnownFailure.BARRIER_FAILED);
      messages.failed(known, ErrorCode.of(failure));
    }
  }
}
