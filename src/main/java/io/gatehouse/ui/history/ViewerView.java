package io.gatehouse.ui.history;

import io.gatehouse.store.Passage;
import io.gatehouse.store.PictureSize;
import io.gatehouse.ui.common.Photo;
import io.gatehouse.ui.common.PictureLoader;
import io.gatehouse.ui.common.PicturePane;
import io.gatehouse.ui.common.PictureZoom;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** A passage's pictures over the whole screen, zoomed and moved by taps and keys. */
final class ViewerView {

  private final HistoryViewModel model;
  private final PassageWords words;
  private final PictureLoader<Photo> photos;
  private final ScreenTools tools;
  private final PicturePane picture = new PicturePane(new FontIcon("mdi2i-image-off-outline"));
  private final Parent root;
  private Optional<Passage> shown = Optional.empty();
  private Optional<PictureLoader<Photo>.Request> wanted = Optional.empty();

  @FXML private BorderPane frame;
  @FXML private StackPane stage;
  @FXML private Label caption;
  @FXML private FlowPane controls;
  @FXML private Button in;
  @FXML private Button out;
  @FXML private Button fit;
  @FXML private Button left;
  @FXML private Button up;
  @FXML private Button down;
  @FXML private Button right;
  @FXML private ToggleButton crop;
  @FXML private Button newer;
  @FXML private Button older;

  ViewerView(
      HistoryViewModel model, PassageWords words, PictureLoader<Photo> photos, ScreenTools tools) {
    this.model = model;
    this.words = words;
    this.photos = photos;
    this.tools = tools;
    this.root = tools.loader().load(this);
    root.setVisible(false);
  }

  Parent root() {
    return root;
  }

  boolean isOpen() {
    return root.isVisible();
  }

  /** Shows the selected passage's full picture. */
  void open() {
    crop.setSelected(false);
    root.setVisible(true);
    model.selectedProperty().get().ifPresent(this::show);
  }

  @FXML
  void close() {
    root.setVisible(false);
    wanted.ifPresent(PictureLoader.Request::cancel);
    shown = Optional.empty();
  }

  @FXML
  private void initialize() {
    stage.getChildren().addFirst(picture);
    picture.setId("viewer-picture");
    picture.setOnMouseClicked(tap -> picture.zoomTo(tap.getX(), tap.getY()));
    picture.onZoom(this::enable);
    model.selectedProperty().subscribe(selected -> selected.ifPresent(this::showIfOpen));
    tools.layout().subscribe(this::arrange);
  }

  @FXML
  private void zoomIn() {
    change(PictureZoom::in);
  }

  @FXML
  private void zoomOut() {
    change(PictureZoom::out);
  }

  @FXML
  private void zoomFit() {
    change(PictureZoom::fitted);
  }

  @FXML
  private void moveLeft() {
    change(z -> z.moved(-1, 0));
  }

  @FXML
  private void moveRight() {
    change(z -> z.moved(1, 0));
  }

  @FXML
  private void moveUp() {
    change(z -> z.moved(0, -1));
  }

  @FXML
  private void moveDown() {
    change(z -> z.moved(0, 1));
  }

  @FXML
  private void switchPicture() {
    shown.ifPresent(this::show);
  }

  @FXML
  private void showNewer() {
    model.selectNeighbour(-1);
  }

  @FXML
  private void showOlder() {
    model.selectNeighbour(1);
  }

  /** Consumes the keys that it knows. */
  void key(KeyEvent press) {
    switch (press.getCode()) {
      case ESCAPE, BACK_SPACE -> close();
      case PLUS, ADD, EQUALS -> zoomIn();
      case MINUS, SUBTRACT -> zoomOut();
      case DIGIT0, NUMPAD0 -> zoomFit();
      case LEFT -> moveLeft();
      case RIGHT -> moveRight();
      case UP -> moveUp();
      case DOWN -> moveDown();
      case PAGE_UP -> showNewer();
      case PAGE_DOWN -> showOlder();
      case C -> {
        crop.setSelected(!crop.isSelected());
        switchPicture();
      }
      default -> {
        return;
      }
    }
    press.consume();
  }

  private void change(UnaryOperator<PictureZoom> change) {
    picture.change(change);
  }

  private void showIfOpen(Passage passage) {
    if (isOpen() && !shown.equals(Optional.of(passage))) {
      show(passage);
    }
  }

  private void show(Passage passage) {
    wanted.ifPresent(PictureLoader.Request::cancel);
    shown = Optional.of(passage);
    caption.setText(words.plate(passage) + " · " + words.when(passage.capturedAt()));
    picture.show(Optional.empty());
    enable();
    PictureSize size = crop.isSelected() ? PictureSize.CROP : PictureSize.FULL;
    wanted =
        Optional.of(
            photos.request(passage.id(), size, photo -> picture.show(photo.map(Photo::image))));
  }

  private void enable() {
    boolean canIn = picture.zoom().map(PictureZoom::canZoomIn).orElse(false);
    boolean canOut = picture.zoom().map(PictureZoom::canZoomOut).orElse(false);
    in.setDisable(!canIn);
    for (Button button : List.of(out, fit, left, up, down, right)) {
      button.setDisable(!canOut);
    }
    newer.setDisable(!model.hasNeighbour(-1));
    older.setDisable(!model.hasNeighbour(1));
  }

  /** A small lying display has room at its side, the others below. */
  private void arrange(ScreenLayout layout) {
    frame.setRight(null);
    frame.setBottom(null);
    boolean aside = layout == ScreenLayout.COMPACT;
    controls.setPrefWrapLength(aside ? 128 : 1200);
    controls.setAlignment(aside ? Pos.TOP_CENTER : Pos.CENTER);
    if (aside) {
      frame.setRight(controls);
    } else {
      frame.setBottom(controls);
    }
  }
}
