package io.gatehouse.ui.shift;

import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TilesPane;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;

/** The cash that is in the drawer as a shift begins. */
public final class OpeningView implements Screen {

  private final OpeningViewModel model;
  private final ScreenTools tools;
  private final ReportBox box;
  private final Parent root;
  private CashPad cash;

  @FXML private TilesPane notes;
  @FXML private GridPane pad;
  @FXML private Label counted;
  @FXML private Label problem;
  @FXML private Button done;

  public OpeningView(OpeningViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.box = new ReportBox(tools);
    this.root = tools.loader().load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void key(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
      model.skip();
      event.consume();
    } else {
      cash.key(event);
    }
  }

  @FXML
  private void initialize() {
    cash = new CashPad(model.cash(), tools, notes, pad);
    problem.visibleProperty().bind(model.failedProperty());
    problem.managedProperty().bind(problem.visibleProperty());
    done.disableProperty().bind(model.busyProperty());
    model.cash().countProperty().subscribe(count -> counted.setText(box.dong(count.totalDong())));
  }

  @FXML
  private void done() {
    model.done();
  }

  @FXML
  private void skip() {
    model.skip();
  }
}
