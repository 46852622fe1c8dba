package io.gatehouse.ui.live;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Action;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.ui.common.ScreenTools;
import java.util.Arrays;
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
    List<Sheet.Option> options =
        Arrays.stream(Reason.values())
            .map(
                reason -> new Sheet.Option(tools.texts().of(reason), "", locked, () -> ask(reason)))
            .toList();
    actions.offer(tools.texts().get("barrier.why"), options);
  }

  private void ask(Reason reason) {
    actions.close();
    tools.permission().ask(Action.BARRIER, approvedBy -> open(reason, approvedBy));
  }

  private void open(Reason reason, String approvedBy) {
    Actor who = tools.duty().actor();
    AuditEvent why =
        AuditEvent.of(
                tools.context().time().now(),
                who,
                AuditKind.BARRIER_BY_HAND,
                tools.texts().of(reason))
            .approvedBy(approvedBy.equals(who.name()) ? "" : approvedBy);
    CompletableFuture<Void> _ =
        tools
            .context()
            .lane()
            .openByHand(why)
            .whenComplete(
                (done, failure) -> tools.work().onScreen(() -> answered(reason, failure)));
  }

  private void answered(Reason reason, Throwable failure) {
    if (failure == null) {
      messages.openedByHand(tools.texts().get("barrier.opened", tools.texts().of(reason)));
    } else {
      KnownFailure known = ErrorCode.diagnosis(failure).orElse(KnownFailure.BARRIER_FAILED);
      messages.failed(known, ErrorCode.of(failure));
    }
  }
}
