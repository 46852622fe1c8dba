package io.gatehouse.ui.error;

import io.gatehouse.common.KnownFailure;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenLoader;
import io.gatehouse.ui.common.Texts;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * One failure, calmly: what happened, what to do, and the code for the phone. What a technician
 * needs is shown on demand. Needs neither lane nor store, so that it can tell why there are none.
 */
public final class ErrorView implements Screen {

  private final FailureReport report;
  private final Texts texts;
  private final Runnable onGoOn;
  private final String goOnKey;
  private final Parent root;

  @FXML private Label title;
  @FXML private Label remedy;
  @FXML private Label code;
  @FXML private Button goOn;
  @FXML private Button copy;
  @FXML private ToggleButton forTechnician;
  @FXML private VBox details;
  @FXML private Label detail;

  /**
   * @param goOnKey text key of the large button
   * @param onGoOn the guard has read it
   */
  private ErrorView(
      FailureReport report, Texts texts, ScreenLoader loader, String goOnKey, Runnable onGoOn) {
    this.report = report;
    this.texts = texts;
    this.goOnKey = goOnKey;
    this.onGoOn = onGoOn;
    this.root = loader.load(this);
  }

  /** The kiosk runs, and goes on when the guard has read it. */
  public static ErrorView whileRunning(
      FailureReport report, Texts texts, ScreenLoader loader, Runnable onGoOn) {
    return new ErrorView(report, texts, loader, "error.goon", onGoOn);
  }

  /** The kiosk could not start; the button ends it. */
  public static ErrorView atStart(
      FailureReport report, Texts texts, ScreenLoader loader, Runnable onClose) {
    return new ErrorView(report, texts, loader, "error.close", onClose);
  }

  @Override
  public Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    code.setText(report.code().text());
    detail.setText(report.detail());
    goOn.textProperty().bind(texts.bound(goOnKey));
    details.visibleProperty().bind(forTechnician.selectedProperty());
    details.managedProperty().bind(details.visibleProperty());
    texts.languageProperty().subscribe(language -> say());
  }

  private void say() {
    title.setText(report.known().map(texts::of).orElseGet(() -> texts.get("error.unknown")));
    remedy.setText(
        report
            .known()
            .map((KnownFailure known) -> texts.remedy(known))
            .orElseGet(() -> texts.get("error.unknown.remedy")));
  }

  @FXML
  private void goOn() {
    onGoOn.run();
  }

  @FXML
  private void copyDetails() {
    ClipboardContent content = new ClipboardContent();
    content.putString(report.code() + "\n" + report.detail());
    Clipboard.getSystemClipboard().setContent(content);
    copy.textProperty().unbind();
    copy.setText(texts.get("error.copied"));
  }

  @Override
  public void key(KeyEvent event) {
    boolean goes = event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER;
    if (event.getEventType() == KeyEvent.KEY_PRESSED && goes && !forTechnician.isFocused()) {
      event.consume();
      onGoOn.run();
    }
  }
}
