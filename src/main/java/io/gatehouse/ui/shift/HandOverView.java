package io.gatehouse.ui.shift;

import io.gatehouse.parking.shift.Banknote;
import io.gatehouse.ui.common.EvenGrid;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TilesPane;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The notes at the left, how many of the one chosen at the right. */
public final class HandOverView implements Screen {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass COUNTED = PseudoClass.getPseudoClass("counted");
  private static final int COLUMNS = 3;
  private static final int ROWS = 4;

  private final HandOverViewModel model;
  private final ScreenTools tools;
  private final ReportBox box;
  private final Parent root;

  @FXML private TilesPane notes;
  @FXML private Label counted;
  @FXML private Label taken;
  @FXML private Label difference;
  @FXML private Label problem;
  @FXML private GridPane pad;
  @FXML private Button finish;

  public HandOverView(HandOverViewModel model, ScreenTools tools) {
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
  public void shown() {
    model.load();
  }

  @Override
  public void key(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_TYPED
        && event.getCharacter().length() == 1
        && "0123456789".contains(event.getCharacter())) {
      model.type(event.getCharacter().charAt(0) - '0');
      event.consume();
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      pressed(event);
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.BACK_SPACE) {
      model.erase();
      event.consume();
    } else if (event.getCode() == KeyCode.TAB || event.getCode() == KeyCode.DOWN) {
      model.next();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      tools.navigator().back();
      event.consume();
    }
  }

  @FXML
  private void initialize() {
    layPad();
    problem.visibleProperty().bind(model.failedProperty());
    problem.managedProperty().bind(problem.visibleProperty());
    finish.disableProperty().bind(model.busyProperty());
    model.countProperty().subscribe(count -> show());
    model.chosenProperty().subscribe(note -> show());
    model.takenProperty().subscribe(dong -> show());
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

  private void show() {
    notes.getChildren().setAll(HandOverViewModel.notes().stream().map(this::tile).toList());
    counted.setText(box.dong(model.countProperty().get().totalDong()));
    taken.setText(tools.texts().get("handover.taken", box.dong(model.takenProperty().get())));
    box.show(difference, model.difference());
  }

  private Button tile(Banknote note) {
    int many = model.countProperty().get().of(note);
    String value = tools.formats().number(note.dong());
    Button tile = new Button(value + "\n× " + tools.formats().number(many));
    tile.setId("note-" + note.dong());
    tile.getStyleClass().add("note");
    tile.pseudoClassStateChanged(CHOSEN, note == model.chosenProperty().get());
    tile.pseudoClassStateChanged(COUNTED, many > 0);
    tile.setOnAction(tap -> model.choose(note));
    return tile;
  }

  private void layPad() {
    EvenGrid.divide(pad, COLUMNS, ROWS);
    for (int i = 0; i < 9; i++) {
      int digit = i + 1;
      int row = i / COLUMNS;
      pad.add(key(String.valueOf(digit), () -> model.type(digit)), i % COLUMNS, row);
    }
    Button erase = key("", model::erase);
    erase.setGraphic(new FontIcon("mdi2b-backspace-outline"));
    erase.accessibleTextProperty().bind(tools.texts().bound("keypad.delete"));
    Button next = key("", model::next);
    next.setGraphic(new FontIcon("mdi2a-arrow-right"));
    next.accessibleTextProperty().bind(tools.texts().bound("handover.next"));
    pad.add(erase, 0, 3);
    pad.add(key("0", () -> model.type(0)), 1, 3);
    pad.add(next, 2, 3);
  }

  private static Button key(String text, Runnable action) {
    Button key = new Button(text);
    key.getStyleClass().add("key");
    key.setFocusTraversable(false);
    key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    key.setOnAction(tap -> action.run());
    return key;
  }
}
