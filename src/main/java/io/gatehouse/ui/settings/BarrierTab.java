package io.gatehouse.ui.settings;

import io.gatehouse.barrier.BarrierAddress;
import io.gatehouse.settings.Settings;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** What opens once a passage is stored, and a button that tries it. */
final class BarrierTab implements SettingsTab {

  private final Texts texts;
  private final SettingsViewModel model;
  private final TextEditorView editor;
  private final BarrierTrial trial;

  BarrierTab(ScreenTools tools, SettingsViewModel model, TextEditorView editor) {
    this.texts = tools.texts();
    this.model = model;
    this.editor = editor;
    this.trial = new BarrierTrial(tools);
  }

  @Override
  public void show(SettingsRows rows) {
    String address = model.now().barrier();
    Optional<BarrierChoice> chosen = BarrierChoice.of(address);
    FlowPane kinds = new FlowPane();
    kinds.getStyleClass().add("chip-flow");
    for (BarrierChoice each : BarrierChoice.values()) {
      ToggleButton chip = new ToggleButton(texts.get("settings.barrier." + each));
      chip.setId("barrier-" + each);
      chip.setSelected(chosen.equals(Optional.of(each)));
      chip.setOnAction(tap -> choose(each, rows));
      kinds.getChildren().add(chip);
    }
    Label does = new Label(texts.get("settings.barrier.does"));
    does.getStyleClass().add("muted");
    does.setWrapText(true);
    rows.add(does, kinds);
    if (chosen.isEmpty() || !chosen.get().needsNoPlace()) {
      rows.add(addressButton(address));
    }
    HBox row = new HBox(checkLine(address));
    row.getStyleClass().add("setting");
    if (!chosen.equals(Optional.of(BarrierChoice.NONE))) {
      row.getChildren().add(trial.button());
    }
    rows.add(row, trial.answer());
  }

  private Button addressButton(String written) {
    Button address = new Button(BarrierAddress.shown(written));
    address.setId("barrier-address");
    address.setMaxWidth(Double.MAX_VALUE);
    address.setAlignment(Pos.CENTER_LEFT);
    address.setGraphic(new FontIcon("mdi2p-pencil"));
    address.setOnAction(tap -> edit(model.now().barrier()));
    return address;
  }

  private Label checkLine(String address) {
    Optional<String> problem = BarrierChoice.problem(address, texts);
    Label line = new Label(problem.orElseGet(() -> texts.get("settings.barrier.ok")));
    line.setId("barrier-check");
    line.getStyleClass().add(problem.isPresent() ? "check" : "check-good");
    line.setGraphic(
        new FontIcon(problem.isPresent() ? "mdi2a-alert-circle-outline" : "mdi2c-check"));
    line.setWrapText(true);
    line.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(line, Priority.ALWAYS);
    return line;
  }

  private void choose(BarrierChoice kind, SettingsRows rows) {
    boolean same = BarrierChoice.of(model.now().barrier()).equals(Optional.of(kind));
    if (kind.needsNoPlace()) {
      use(kind.example());
    } else {
      edit(same ? model.now().barrier() : kind.example());
    }
    rows.again();
  }

  private void edit(String address) {
    editor.open(
        texts.get("settings.barrier.address"),
        address,
        text -> BarrierChoice.problem(text, texts),
        this::use);
  }

  private void use(String address) {
    trial.forget();
    model.change((Settings s) -> s.withBarrier(address.strip()));
  }
}
