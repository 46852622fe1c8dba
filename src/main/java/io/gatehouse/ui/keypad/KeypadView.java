package io.gatehouse.ui.keypad;

import io.gatehouse.ui.common.PictureBox;
import io.gatehouse.ui.common.PreviewView;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The keypad, with what is typed about above it: the vehicle's picture, or the lane live. */
public final class KeypadView implements Screen {

  private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

  private final KeypadViewModel model;
  private final ScreenTools tools;
  private final TypedPlateView typed;
  private final PreviewView live;
  private final PictureBox picture;
  private final PictureBox crop;
  private final Parent root;

  @FXML private StackPane pictures;
  @FXML private VBox words;
  @FXML private Label verdict;
  @FXML private Label machine;
  @FXML private StackPane cropPlace;
  @FXML private StackPane keyPlace;
  @FXML private Button delete;
  @FXML private Button left;
  @FXML private Button right;
  @FXML private Button cancel;
  @FXML private Button done;

  public KeypadView(KeypadViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.typed = new TypedPlateView(model::select);
    this.live = new PreviewView(tools.context().lane().preview());
    this.picture = new PictureBox(tools.work());
    this.crop = new PictureBox(tools.work());
    this.root = tools.loader().load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    if (live.isVisible()) {
      live.start();
    }
  }

  @Override
  public void hidden() {
    live.stop();
    model.abandoned();
  }

  @Override
  public void key(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    if (event.getEventType() == KeyEvent.KEY_TYPED && event.getCharacter().length() == 1) {
      model.type(event.getCharacter().charAt(0));
      event.consume();
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      pressed(event);
    }
  }

  private void pressed(KeyEvent event) {
    Runnable action =
        switch (event.getCode()) {
          case ENTER -> reachedByKeyboard(event) ? null : model::done;
          case ESCAPE -> model::cancel;
          case BACK_SPACE, DELETE -> model::delete;
          case LEFT -> model::caretLeft;
          case RIGHT -> model::caretRight;
          case HOME -> model::caretStart;
          case END -> model::caretEnd;
          default -> null;
        };
    if (action != null) {
      action.run();
      event.consume();
    }
  }

  private static boolean reachedByKeyboard(KeyEvent event) {
    return event.getTarget() instanceof Node node && node.isFocusVisible();
  }

  @FXML
  private void initialize() {
    showPictures();
    words.getChildren().addFirst(typed);
    VBox.setVgrow(typed, Priority.ALWAYS);
    KeyGrid keys = new KeyGrid(model::type, new KeyGrid.Editing(delete, left, right, cancel, done));
    keyPlace.getChildren().setAll(keys);
    delete.setOnAction(tap -> model.delete());
    left.setOnAction(tap -> model.caretLeft());
    right.setOnAction(tap -> model.caretRight());
    cancel.setOnAction(tap -> model.cancel());
    done.setOnAction(tap -> model.done());
    model
        .stateProperty()
        .subscribe(state -> {
          show(state);
          keys.show(state.expected(), state.suggested());
        });
    tools.layout().subscribe(keys::arrange);
    tools.layout().subscribe(this::placeCrop);
    tools.texts().languageProperty().subscribe(now -> model.show());
  }

  private void show(KeypadState state) {
    typed.show(state);
    verdict.setText(state.verdict());
    verdict.setVisible(!state.verdict().isEmpty());
    verdict.pseudoClassStateChanged(UNKNOWN, !state.known());
    machine.setText(state.machine());
    done.setDisable(!state.complete());
  }

  private void showPictures() {
    boolean stored = model.request().picture().isPresent();
    picture.show(model.request().picture());
    picture.setVisible(stored);
    live.setVisible(!stored);
    pictures.getChildren().setAll(live, picture);
    crop.show(model.request().crop());
  }

  /** On a small display the crop says more than the whole picture, and there is room for one. */
  private void placeCrop(ScreenLayout layout) {
    boolean has = model.request().crop().isPresent();
    boolean alone = has && layout == ScreenLayout.COMPACT;
    cropPlace.getChildren().remove(crop);
    pictures.getChildren().remove(crop);
    (alone ? pictures : cropPlace).getChildren().add(crop);
    picture.setVisible(!alone && model.request().picture().isPresent());
    cropPlace.setVisible(has && !alone);
    cropPlace.setManaged(has && !alone);
  }
}
