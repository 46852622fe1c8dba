package io.gatehouse.ui.live;

import io.gatehouse.camera.CameraStatus;
import io.gatehouse.lane.LaneState;
import io.gatehouse.parking.Direction;
import io.gatehouse.ui.common.Doubts.Doubt;
import io.gatehouse.ui.common.PictureBox;
import io.gatehouse.ui.common.PlateView;
import io.gatehouse.ui.common.PreviewView;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lane: its picture, the vehicle proposed, and the one large button. */
public final class LiveView implements Screen {

  private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

  private static final PseudoClass CAREFUL = PseudoClass.getPseudoClass("careful");

  /** What a guard must not do without thinking. */
  private static final Set<GateCard.Act> CAREFUL_ACTS =
      EnumSet.of(
          GateCard.Act.LET_IN_AGAIN,
          GateCard.Act.LET_IN_DENIED,
          GateCard.Act.WITHOUT_ENTRY,
          GateCard.Act.UNBOOKED);

  /** Text of the large button that needs a smaller type. */
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

  private static final int LONG_TEXT = 12;
  private static final double LEAST_PASSAGE = 190;
  private static final double STALE = 0.4;

  private final LiveViewModel model;
  private final ScreenTools tools;
  private final LiveKeyboard keyboard;
  private final PreviewView preview;
  private final PictureBox crop;
  private final PlateView plate;
  private final LaneOverlay overlay;
  private final ComparePane compare;
  private final GatePane gate;
  private final SheetPane sheet;
  private final Timeline ticking;
  private final Parent root;

  @FXML private StackPane lane;
  @FXML private StackPane panel;
  @FXML private VBox card;
  @FXML private StackPane evidence;
  @FXML private Label badge;
  @FXML private Label seen;
  @FXML private Label idle;
  @FXML private Label doubtful;
  @FXML private HBox doubts;
  @FXML private Label confidence;
  @FXML private HBox visitsRow;
  @FXML private Label visits;
  @FXML private Button confirm;
  @FXML private FontIcon confirmIcon;
  @FXML private HBox others;
  @FXML private Button correct;
  @FXML private Button reject;
  @FXML private FontIcon rejectIcon;
  @FXML private HBox doubtsRow;
  @FXML private Button byHand;
  @FXML private HBox recent;

  public LiveView(LiveViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.keyboard = new LiveKeyboard(model);
    this.preview = new PreviewView(tools.context().lane().preview());
    this.crop = new PictureBox(tools.work());
    this.plate = new PlateView(tools.alphabet());
    this.overlay = new LaneOverlay(model, tools.texts());
    this.compare = new ComparePane(tools, preview);
    this.gate = new GatePane(model::take);
    this.sheet = new SheetPane(tools.texts(), model::closeSheet);
    this.ticking = new Timeline(new KeyFrame(Duration.seconds(1), tick -> model.tick()));
    ticking.setCycleCount(Animation.INDEFINITE);
    this.root = tools.loader().load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    preview.start();
    ticking.play();
  }

  @Override
  public void hidden() {
    preview.stop();
    ticking.stop();
  }

  @Override
  public void key(KeyEvent event) {
    keyboard.key(event);
  }

  @FXML
  private void initialize() {
    crop.getStyleClass().add("bare");
    lane.getChildren().addAll(compare, overlay);
    card.getChildren().add(card.getChildren().indexOf(visitsRow) + 1, gate);
    panel.getChildren().add(sheet);
    EvidencePane both = new EvidencePane(crop, plate);
    evidence.getChildren().addFirst(both);
    both.setOnMouseClicked(tap -> model.correct());
    correct.setOnAction(tap -> model.correct());
    reject.setOnAction(tap -> model.otherWays());
    confirm.setOnAction(tap -> model.confirm());
    byHand.setOnAction(tap -> model.enterByHand());
    for (Region hideable : List.of(doubtful, others, correct, byHand, idle, visitsRow, doubtsRow)) {
      hideable.managedProperty().bind(hideable.visibleProperty());
    }
    model.stateProperty().subscribe(this::showLane);
    model.cardProperty().subscribe(this::show);
    model.gateProperty().subscribe(this::showGate);
    model.sheetProperty().subscribe(sheet::show);
    tools.texts().languageProperty().subscribe(now -> show(model.cardProperty().get()));
    keyboard.usedProperty().subscribe(used -> show(model.cardProperty().get()));
    model.recentProperty().subscribe(now -> showRecent());
    recent.widthProperty().subscribe(width -> showRecent());
  }

  private void showLane(LaneState state) {
    preview.showMarks(state.marks(), state.frameWidth(), state.frameHeight());
    // a picture that stands still must not pass for the lane as it is
    boolean fresh = state.camera().phase() == CameraStatus.Phase.LIVE;
    preview.setOpacity(fresh ? 1 : STALE);
  }

  private void show(Optional<VehicleCard> card) {
    boolean present = card.isPresent();
    badge.setVisible(present);
    seen.setText(card.map(VehicleCard::evidence).orElse(""));
    visitsRow.setVisible(present && !booked());
    others.setVisible(present);
    byHand.setVisible(!present);
    confidence.setText(card.map(VehicleCard::confidence).orElse(""));
    plate.setVisible(card.filter(VehicleCard::confirmable).isPresent());
    idle.setVisible(card.filter(VehicleCard::confirmable).isEmpty());
    idle.setText(tools.texts().get(present ? "live.unread" : "live.idle"));
    plate.faceProperty().set(card.map(VehicleCard::face).orElse(null));
    crop.show(card.flatMap(VehicleCard::crop));
    card.ifPresent(this::showCard);
    showDoubts(card.map(VehicleCard::doubts).orElse(List.of()), card);
    showButtons(card);
  }

  /** What the books say has the place of what was seen of the vehicle before. */
  private void showGate(Optional<GateCard> said) {
    gate.show(said);
    compare.show(said.flatMap(GateCard::compare), said.map(GateCard::compareCaption).orElse(""));
    show(model.cardProperty().get());
  }

  private void showCard(VehicleCard card) {
    badge.setText(card.badge());
    badge.pseudoClassStateChanged(UNKNOWN, !card.known());
    visits.setText(card.visits());
  }

  private void showButtons(Optional<VehicleCard> card) {
    boolean busy = card.filter(VehicleCard::storing).isPresent();
    boolean type = card.isPresent() && !card.get().confirmable();
    Optional<GateCard.Act> act = model.gateProperty().get().map(GateCard::act);
    boolean careful = act.filter(CAREFUL_ACTS::contains).isPresent();
    confirm.setText(tools.texts().get(busy ? "live.storing" : type ? "live.type" : said(act)));
    confirm.setDisable(card.isEmpty() || (act.equals(Optional.of(GateCard.Act.WAIT)) && !type));
    confirm.pseudoClassStateChanged(CAREFUL, !busy && !type && careful);
    confirm.pseudoClassStateChanged(LONG, confirm.getText().length() > LONG_TEXT);
    confirm.pseudoClassStateChanged(BUSY, busy);
    confirmIcon.setIconLiteral(
        busy
            ? "mdi2d-dots-horizontal"
            : type
                ? "mdi2k-keyboard-outline"
                : careful ? "mdi2a-alert-outline" : "mdi2c-check-bold");
    correct.setVisible(!type);
    correct.setDisable(busy);
    reject.setDisable(busy);
    boolean hints = keyboard.usedProperty().get();
    correct.setText(tools.texts().get("live.correct") + (hints ? "  F2" : ""));
    boolean leaves = model.stateProperty().get().direction() == Direction.OUT && act.isPresent();
    String otherwise = leaves && !type ? "gate.otherWays" : "live.reject";
    rejectIcon.setIconLiteral(leaves && !type ? "mdi2d-dots-horizontal" : "mdi2c-close-thick");
    reject.setText(tools.texts().get(otherwise) + (hints ? "  F8" : ""));
    byHand.setText(tools.texts().get("live.byHand") + (hints ? "  F4" : ""));
  }

  private boolean booked() {
    return model.gateProperty().get().isPresent();
  }

  private static String said(Optional<GateCard.Act> act) {
    return act.map(what -> "Act." + what.name()).orElse("live.confirm");
  }

  private void showDoubts(List<Doubt> offered, Optional<VehicleCard> card) {
    boolean small = tools.layout().getValue() == ScreenLayout.COMPACT;
    boolean sure = card.filter(c -> c.confirmable() && c.face().doubtful().isEmpty()).isPresent();
    doubtful.setVisible(card.filter(VehicleCard::confirmable).isPresent() && (sure || !small));
    doubtful.setText(tools.texts().get(sure ? "live.sure" : "live.doubtful"));
    doubtsRow.setVisible(!booked() || !offered.isEmpty());
    doubts.getChildren().clear();
    for (Doubt doubt : offered) {
      HBox group = new HBox();
      group.getStyleClass().add("doubt-group");
      for (char option : doubt.options()) {
        group.getChildren().add(option(doubt.position(), option, card.orElseThrow()));
      }
      doubts.getChildren().add(group);
    }
  }

  private Button option(int position, char option, VehicleCard card) {
    Button button = new Button(String.valueOf(option));
    button.getStyleClass().add("option");
    button.pseudoClassStateChanged(CHOSEN, card.chosen().charAt(position) == option);
    button.setOnAction(tap -> model.choose(position, option));
    button.setDisable(card.storing());
    return button;
  }

  private void showRecent() {
    int room = Math.max(1, (int) (recent.getWidth() / LEAST_PASSAGE));
    recent.getChildren().clear();
    for (RecentPassage passage : model.recentProperty().get().stream().limit(room).toList()) {
      Label text = new Label(passage.plate());
      text.getStyleClass().add("strong");
      Label details = new Label(passage.details());
      details.getStyleClass().addAll("muted", "small");
      Button button = new Button();
      VBox words = new VBox(4, text, details);
      words.setAlignment(Pos.CENTER_LEFT);
      button.setGraphic(words);
      button.setAccessibleText(passage.plate() + " " + passage.details());
      button.getStyleClass().addAll("recent", "accent-" + accent(passage));
      button.setOnAction(tap -> model.open(passage.id()));
      button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      button.setPrefWidth(100);
      HBox.setHgrow(button, Priority.ALWAYS);
      recent.getChildren().add(button);
    }
    while (recent.getChildren().size() < room) {
      Region space = new Region();
      space.setPrefWidth(100);
      HBox.setHgrow(space, Priority.ALWAYS);
      recent.getChildren().add(space);
    }
  }

  private static String accent(RecentPassage passage) {
    return switch (passage.accent()) {
      case IN -> "in";
      case OUT -> "out";
      case BY_HAND -> "hand";
      case REJECTED -> "rejected";
    };
  }
}
