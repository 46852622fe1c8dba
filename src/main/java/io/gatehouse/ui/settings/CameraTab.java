package io.gatehouse.ui.settings;

import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where the pictures come from. */
final class CameraTab implements SettingsTab {

  private final Texts texts;
  private final SettingsViewModel model;
  private final TextEditorView editor;

  CameraTab(Texts texts, SettingsViewModel model, TextEditorView editor) {
    this.texts = texts;
    this.model = model;
    this.editor = editor;
  }

  @Override
  public void show(SettingsRows rows) {
    String uri = model.now().camera();
    Optional<CameraAddress.Kind> kind = CameraAddress.kindOf(uri);
    FlowPane kinds = new FlowPane();
    kinds.getStyleClass().add("chip-flow");
    for (CameraAddress.Kind each : CameraAddress.Kind.values()) {
      ToggleButton chip = new ToggleButton(texts.get("settings.camera." + each));
      chip.setId("camera-" + each);
      chip.setSelected(kind.equals(Optional.of(each)));
      chip.setOnAction(tap -> chooseKind(each, rows));
      kinds.getChildren().add(chip);
    }
    Label where = new Label(texts.get("settings.camera.does"));
    where.getStyleClass().add("muted");
    rows.add(where, kinds);
    Button address = new Button(CameraAddress.shown(uri));
    address.setId("camera-address");
    address.setMaxWidth(Double.MAX_VALUE);
    address.setAlignment(Pos.CENTER_LEFT);
    address.setGraphic(new FontIcon("mdi2p-pencil"));
    address.setOnAction(tap -> editCamera(model.now().camera()));
    rows.add(address);
    rows.add(checkLine(uri));
  }

  private Label checkLine(String uri) {
    Optional<CameraAddress.Problem> problem = CameraAddress.check(uri);
    Label line =
        new Label(problem.map(this::words).orElseGet(() -> texts.get("settings.camera.ok")));
    line.setId("camera-check");
    line.getStyleClass().add(problem.isPresent() ? "check" : "check-good");
    line.setGraphic(
        new FontIcon(problem.isPresent() ? "mdi2a-alert-circle-outline" : "mdi2c-check"));
    line.setWrapText(true);
    return line;
  }

  private String words(CameraAddress.Problem problem) {
    return texts.get("settings.camera.problem." + problem);
  }

  private void chooseKind(CameraAddress.Kind kind, SettingsRows rows) {
    boolean same = CameraAddress.kindOf(model.now().camera()).equals(Optional.of(kind));
    if (!kind.needsNoPlace()) {
      editCamera(same ? model.now().camera() : kind.example());
    } else if (!same) { // or its options would be lost
      model.change(s -> s.withCamera(kind.example()));
    }
    rows.again();
  }

  private void editCamera(String uri) {
    editor.open(
        texts.get("settings.address"),
        uri,
        text -> CameraAddress.check(text).map(this::words),
        model::camera);
  }
}
