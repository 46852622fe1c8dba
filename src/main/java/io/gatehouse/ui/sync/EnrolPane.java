package io.gatehouse.ui.sync;

import io.gatehouse.sync.SyncState;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.Texts;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The central's address and the code that its page shows; a site may do without. */
public final class EnrolPane extends VBox {

  private final Texts texts;
  private final TextEditorView editor;
  private final SyncViewModel model;
  private final Label why = new Label();
  private final Button address = new Button();
  private final Button code = new Button();
  private final Label message = new Label();

  public EnrolPane(ScreenTools tools, TextEditorView editor) {
    this.texts = tools.texts();
    this.editor = editor;
    this.model = new SyncViewModel(tools);
    getStyleClass().add("setup-choices");
    why.setWrapText(true);
    why.getStyleClass().add("muted");
    message.setWrapText(true);
    message.setId("setup-central-message");
    message.textProperty().bind(model.messageProperty());
    address.setId("setup-central-address");
    address.setGraphic(new FontIcon("mdi2p-pencil"));
    address.setMaxWidth(Double.MAX_VALUE);
    address.setOnAction(tap -> editAddress());
    code.setId("setup-central-code");
    code.setGraphic(new FontIcon("mdi2c-cloud-key-outline"));
    code.setMaxWidth(Double.MAX_VALUE);
    code.disableProperty().bind(model.busyProperty());
    code.setOnAction(tap -> editCode());
    getChildren().addAll(why, address, code, message);
    tools.settings().subscribe(changed -> show());
  }

  /** Shows how it stands, in the language of now. */
  public void show() {
    why.setText(texts.get("setup.central.why"));
    address.setText(
        model.address().isEmpty() ? texts.get("setup.central.address") : model.address());
    code.setText(texts.get("setup.central.code"));
  }

  /** Whether this gate is known to a central. */
  public boolean isDone() {
    model.tick();
    return !model.address().isEmpty()
        && model.stateProperty().get().phase() != SyncState.Phase.NOT_ENROLLED;
  }

  private void editAddress() {
    editor.open(
        texts.get("sync.address"),
        model.address().isEmpty() ? "https://" : model.address(),
        model::wrongAddress,
        model::saveAddress);
  }

  private void editCode() {
    editor.open(
        texts.get("sync.code"),
        "",
        typed -> typed.isBlank() ? Optional.of(texts.get("sync.code.hint")) : Optional.empty(),
        model::enrol);
  }
}
