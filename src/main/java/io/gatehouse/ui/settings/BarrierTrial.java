package io.gatehouse.ui.settings;

import io.gatehouse.barrier.BarrierException;
import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Action;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.Texts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Tries the barrier: it opens, which is written down as any opening by hand is, and what came of it
 * is said in the technician's words. On the screen's thread.
 */
final class BarrierTrial {

  private final ScreenTools tools;
  private final Texts texts;
  private final Button button = new Button();
  private final Label answer = new Label();

  BarrierTrial(ScreenTools tools) {
    this.tools = tools;
    this.texts = tools.texts();
    button.setId("barrier-test");
    button.setGraphic(new FontIcon("mdi2b-boom-gate-up-outline"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(tap -> tools.permission().ask(Action.BARRIER, this::open));
    answer.setId("barrier-test-answer");
    answer.setWrapText(true);
    answer.visibleProperty().bind(answer.textProperty().isNotEmpty());
    answer.managedProperty().bind(answer.visibleProperty());
    forget();
  }

  /** In the language of now. */
  Button button() {
    button.setText(texts.get("settings.barrier.test"));
    return button;
  }

  /** What came of it; empty before the first trial. */
  Label answer() {
    return answer;
  }

  /** What came of the last trial is no longer true. */
  void forget() {
    answer.setText("");
    answer.setGraphic(null);
  }

  private void open(String approvedBy) {
    Actor who = tools.duty().actor();
    AuditEvent why =
        AuditEvent.of(
                tools.context().time().now(),
                who,
                AuditKind.BARRIER_BY_HAND,
                texts.get("settings.barrier.test"))
            .approvedBy(approvedBy.equals(who.name()) ? "" : approvedBy);
    button.setDisable(true);
    CompletableFuture<Void> _ =
        tools
            .context()
            .lane()
            .openByHand(why)
            .whenComplete((done, failure) -> tools.work().onScreen(() -> answered(failure)));
  }

  /** The lane's answer comes wrapped. */
  private String why(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof BarrierException shut ? texts.of(shut.note()) : cause.getMessage();
  }

  private void answered(Throwable failure) {
    button.setDisable(false);
    answer.getStyleClass().removeAll("check", "check-good");
    if (failure == null) {
      answer.setText(texts.get("settings.barrier.test.good"));
      answer.setGraphic(new FontIcon("mdi2c-check"));
      answer.getStyleClass().add("check-good");
    } else {
      KnownFailure known = ErrorCode.diagnosis(failure).orElse(KnownFailure.BARRIER_FAILED);
      answer.setText(texts.of(known) + " (" + known.code() + ")\n" + why(failure));
      answer.setGraphic(new FontIcon("mdi2a-alert-circle-outline"));
      answer.getStyleClass().add("check");
    }
  }
}
