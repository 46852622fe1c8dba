package io.gatehouse.ui.shift;

import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.TilesPane;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

/** The notes at the left, how many of the one chosen at the right; a remark for who comes next. */
public final class HandOverView implements Screen {

  private final HandOverViewModel model;
  private final ScreenTools tools;
  private final ReportBox box;
  private final TextEditorView editor;
  private final Parent root;
  private CashPad cash;

  @FXML private StackPane layers;
  @FXML private TilesPane notes;
  @FXML private Label counted;
  @FXML private Label taken;
  @FXML private Label difference;
  @FXML private Label problem;
  @FXML private GridPane pad;
  @FXML private Button remark;
  @FXML private Button finish;

  public HandOverView(HandOverViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.box = new ReportBox(tools);
    this.editor = new TextEditorView(tools.texts());
    this.root = tools.loader().load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    model.load();
  }

  @Override
  public void hidden() {
    editor.close();
  }

  @Override
  public void key(KeyEvent event) {
    if (editor.isVisible()) {
      editor.key(event);
    } else if (!tools.leaveOnEscape(event)) {
      cash.key(event);
    }
  }

  @FXML
  private void initialize() {
    layers.getChildren().add(editor);
    cash = new CashPad(model.cash(), tools, notes, pad);
    problem.visibleProperty().bind(model.failedProperty());
    problem.managedProperty().bind(problem.visibleProperty());
    finish.disableProperty().bind(model.busyProperty());
    model.cash().countProperty().subscribe(count -> show());
    model.takenProperty().subscribe(dong -> show());
    model.openingProperty().subscribe(dong -> show());
    model.remarkProperty().subscribe(text -> show());
    tools.texts().languageProperty().subscribe(language -> show());
  }

  @FXML
  private void finish() {
    model.finish();
  }

  @FXML
  private void skip() {
    model.skip();
  }

  @FXML
  private void writeRemark() {
    editor.open(
        tools.texts().get("shift.remark"),
        model.remarkProperty().get(),
        text -> Optional.empty(),
        model::remark);
  }

  private void show() {
    counted.setText(box.dong(model.cash().count().totalDong()));
    taken.setText(
        tools
            .texts()
            .get(
                "handover.taken",
                box.dong(model.openingProperty().get()),
                box.dong(model.takenProperty().get())));
    String text = model.remarkProperty().get();
    remark.setText(text.isEmpty() ? tools.texts().get("handover.remark") : text);
    box.show(difference, model.difference());
  }
}
