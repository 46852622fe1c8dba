package io.gatehouse.ui.common;

import io.gatehouse.settings.Settings.Language;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

/** The bar over all screens. Each item explains itself when tapped. */
public final class StatusBarView {

  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
  private static final PseudoClass CALLING = PseudoClass.getPseudoClass("calling");

  private final StatusBarViewModel model;
  private final ScreenTools tools;
  private final Consumer<StatusItem> explain;
  private final Timeline ticking;
  private final Parent root;

  @FXML private Label lane;
  @FXML private Button camera;
  @FXML private Button sync;
  @FXML private Button disk;
  @FXML private Label guard;
  @FXML private Label vietnamese;
  @FXML private Label english;
  @FXML private Button live;
  @FXML private Label calls;
  @FXML private Button history;
  @FXML private Button menu;
  @FXML private Label clock;

  /**
   * @param explain shows what an item means
   */
  public StatusBarView(StatusBarViewModel model, ScreenTools tools, Consumer<StatusItem> explain) {
    this.model = model;
    this.tools = tools;
    this.explain = explain;
    this.ticking = new Timeline(new KeyFrame(Duration.seconds(1), tick -> model.tick()));
    ticking.setCycleCount(Animation.INDEFINITE);
    this.root = tools.loader().load(this);
  }

  public Parent root() {
    return root;
  }

  /** Begins to follow the clock. */
  public void start() {
    model.tick();
    ticking.play();
  }

  public void stop() {
    ticking.stop();
  }

  @FXML
  private void initialize() {
    lane.textProperty().bind(model.laneProperty());
    guard.textProperty().bind(model.guardProperty());
    guard.managedProperty().bind(guard.visibleProperty());
    clock.textProperty().bind(model.clockProperty());
    follow(camera, model.cameraProperty());
    follow(sync, model.syncProperty());
    follow(disk, model.diskProperty());
    tools.layout().subscribe(now -> arrange());
    tools.texts().languageProperty().subscribe(now -> markLanguage());
    tools.navigator().placeProperty().subscribe(this::markPlace);
    model.callingProperty().subscribe(count -> showCalls(count.intValue()));
  }

  @FXML
  private void switchLanguage() {
    model.switchLanguage();
  }

  @FXML
  private void goLive() {
    tools.navigator().home();
  }

  @FXML
  private void goHistory() {
    tools.navigator().go(new Place.History(Optional.empty()));
  }

  @FXML
  private void goMenu() {
    tools.navigator().go(new Place.Menu());
  }

  private void follow(Button button, ObservableValue<StatusItem> item) {
    Circle dot = new Circle(5);
    dot.getStyleClass().add("dot");
    button.setGraphic(dot);
    button.setOnAction(tap -> explain.accept(item.getValue()));
    item.subscribe(now -> show(button, now));
  }

  private void show(Button button, StatusItem item) {
    boolean wide = tools.layout().getValue() == ScreenLayout.WIDE;
    button.setText(wide ? item.text() : item.brief());
    button.setAccessibleText(item.text());
    for (StatusItem.Level level : StatusItem.Level.values()) {
      button.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(level.name().toLowerCase(Locale.ROOT)), level == item.level());
    }
  }

  private void arrange() {
    show(camera, model.cameraProperty().get());
    show(sync, model.syncProperty().get());
    show(disk, model.diskProperty().get());
    guard.setVisible(tools.layout().getValue() == ScreenLayout.WIDE);
  }

  private void markLanguage() {
    boolean vi = tools.texts().language() == Language.VI;
    vietnamese.pseudoClassStateChanged(HERE, vi);
    english.pseudoClassStateChanged(HERE, !vi);
  }

  private void markPlace(Place place) {
    live.pseudoClassStateChanged(HERE, place instanceof Place.Live);
    history.pseudoClassStateChanged(HERE, place instanceof Place.History);
    menu.pseudoClassStateChanged(HERE, place instanceof Place.Menu);
  }

  /** Away from the lane, a waiting vehicle calls from here. */
  private void showCalls(int count) {
    calls.setText(tools.formats().number(count));
    calls.setVisible(count > 0);
    calls.setManaged(count > 0);
    live.pseudoClassStateChanged(CALLING, count > 0);
  }
}
