package io.gatehouse.ui.history;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.people.Action;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageCorrection;
import io.gatehouse.store.PictureSize;
import io.gatehouse.ui.common.KeypadRequest;
import io.gatehouse.ui.common.Photo;
import io.gatehouse.ui.common.PictureLoader;
import io.gatehouse.ui.common.PicturePane;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.PlateFace;
import io.gatehouse.ui.common.PlateText;
import io.gatehouse.ui.common.PlateView;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/** The open passage: picture, plate, what was read, who decided, what was corrected since. */
final class PassageView {

  /** A character below this is marked as doubtful. */
  private static final float SURE = 0.9f;

  private final PassageViewModel model;
  private final PassageWords words;
  private final ScreenTools tools;
  private final PictureLoader<Photo> photos;
  private final Runnable onBack;
  private final Runnable onPicture;
  private final PicturePane picture = new PicturePane(new FontIcon("mdi2i-image-off-outline"));
  private final PlateView plate;
  private final Parent root;

  private Optional<Passage> shown = Optional.empty();
  private List<PictureLoader<Photo>.Request> wanted = List.of();
  private Optional<Photo> full = Optional.empty();
  private Optional<Photo> crop = Optional.empty();
  private boolean allCorrections;

  @FXML private VBox body;
  @FXML private VBox side;
  @FXML private GridPane facts;
  @FXML private Label directionName;
  @FXML private Label moment;
  @FXML private TextFlow read;
  @FXML private Label decidedName;
  @FXML private Label decidedBy;
  @FXML private Label sync;
  @FXML private VBox corrections;
  @FXML private Label problem;
  @FXML private HBox buttons;
  @FXML private Button back;
  @FXML private Button correct;
  @FXML private Button hold;
  @FXML private Label heldName;
  @FXML private Label heldBy;
  @FXML private Label stayName;
  @FXML private Label stayTime;
  @FXML private Label feeName;
  @FXML private Label fee;
  @FXML private Button other;

  /**
   * @param onBack closes the passage where it covers the list
   * @param onPicture opens the picture large
   */
  PassageView(
      PassageViewModel model,
      PassageWords words,
      ScreenTools tools,
      PictureLoader<Photo> photos,
      Runnable onBack,
      Runnable onPicture) {
    this.model = model;
    this.words = words;
    this.tools = tools;
    this.photos = photos;
    this.onBack = onBack;
    this.onPicture = onPicture;
    this.plate = new PlateView(tools.alphabet());
    this.root = tools.loader().load(this);
  }

  Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    picture.setOnMouseClicked(tap -> onPicture.run());
    picture.setId("passage-picture");
    plate.getStyleClass().add("passage-plate");
    problem.managedProperty().bind(problem.visibleProperty());
    back.managedProperty().bind(back.visibleProperty());
    correct.disableProperty().bind(model.savingProperty());
    hold.disableProperty().bind(model.savingProperty());
    heldName.managedProperty().bind(heldName.visibleProperty());
    heldBy.managedProperty().bind(heldBy.visibleProperty());
    heldBy.visibleProperty().bind(heldName.visibleProperty());
    other.managedProperty().bind(other.visibleProperty());
    for (Label ofStay : List.of(stayTime, feeName, fee)) {
      ofStay.visibleProperty().bind(stayName.visibleProperty());
    }
    for (Label ofStay : List.of(stayName, stayTime, feeName, fee)) {
      ofStay.managedProperty().bind(ofStay.visibleProperty());
    }
    model.detailProperty().subscribe(detail -> detail.ifPresent(this::show));
    model.failureProperty().subscribe(this::showProblem);
    tools.texts().languageProperty().subscribe(language -> showAgain());
    tools.layout().subscribe(layout -> showAgain());
  }

  @FXML
  private void goBack() {
    onBack.run();
  }

  @FXML
  private void toggleHold() {
    tools.permission().ask(Action.HOLD, model::toggleHold);
  }

  /** Opens the keypad with the plate as it counts now; what is typed is stored as a correction. */
  @FXML
  void startCorrection() {
    model
        .detailProperty()
        .get()
        .ifPresent(detail ->
            tools
                .navigator()
                .go(
                    new Place.Keypad(
                        new KeypadRequest(
                            detail.passage().plate(),
                            detail.passage().lines(),
                            detail.reads(),
                            crop.map(Photo::jpeg),
                            full.map(Photo::jpeg),
                            model::correct,
                            () -> {}))));
  }

  private void showAgain() {
    arrange(tools.layout().getValue());
    model.detailProperty().get().ifPresent(this::show);
    showProblem(model.failureProperty().get());
  }

  private void show(PassageViewModel.Detail detail) {
    Passage passage = detail.passage();
    if (!shown.map(p -> p.id().equals(passage.id())).orElse(false)) {
      allCorrections = false;
      fetchPictures(passage);
    }
    shown = Optional.of(passage);
    plate.faceProperty().set(PlateFace.of(detail.plate(), passage.colour()));
    plate.setVisible(!detail.plate().isEmpty());
    directionName.setText(
        tools
            .texts()
            .get(passage.direction() == Direction.IN ? "history.went.in" : "history.went.out"));
    moment.setText(words.when(passage.capturedAt()) + " · " + passage.lane());
    decidedName.setText(tools.texts().get("history.decided." + passage.outcome()));
    decidedBy.setText(
        passage.decidedBy().isBlank() ? tools.texts().get("history.nobody") : passage.decidedBy());
    sync.setText(tools.texts().get("history.sync.none"));
    showHold(detail);
    showStay(detail);
    showReads(detail);
    showCorrections(detail);
  }

  private void showHold(PassageViewModel.Detail detail) {
    boolean held = detail.hold().isPresent();
    hold.setText(tools.texts().get(held ? "history.hold.release" : "history.hold"));
    hold.setGraphic(new FontIcon(held ? "mdi2l-lock-open-variant-outline" : "mdi2l-lock-outline"));
    heldName.setVisible(held);
    detail
        .hold()
        .ifPresent(now ->
            heldBy.setText(
                tools
                    .texts()
                    .get(
                        "history.held.by",
                        now.by().isBlank() ? tools.texts().get("history.nobody") : now.by(),
                        words.when(now.at()))));
  }

  private void showStay(PassageViewModel.Detail detail) {
    stayName.setVisible(detail.stay().isPresent());
    other.setVisible(detail.stay().flatMap(PassageViewModel.StayOf::other).isPresent());
    detail
        .stay()
        .ifPresent(of -> {
          StayWords inWords = new StayWords(tools.texts(), tools.formats());
          stayTime.setText(inWords.time(of.stay(), tools.context().time().now()));
          fee.setText(inWords.money(detail.passage(), of));
          of.other()
              .ifPresent(there ->
                  other.setText(
                      tools
                          .texts()
                          .get(
                              there.direction() == Direction.IN ? "stay.toEntry" : "stay.toExit")));
        });
  }

  /** Opens the passage at the other end of the stay. */
  @FXML
  private void goOther() {
    model
        .detailProperty()
        .get()
        .flatMap(PassageViewModel.Detail::stay)
        .flatMap(PassageViewModel.StayOf::other)
        .ifPresent(there -> tools.navigator().go(new Place.History(Optional.of(there.id()))));
  }

  private void fetchPictures(Passage passage) {
    wanted.forEach(PictureLoader.Request::cancel);
    full = Optional.empty();
    crop = Optional.empty();
    picture.show(Optional.empty());
    wanted =
        List.of(
            photos.request(passage.id(), PictureSize.CROP, photo -> crop = photo),
            photos.request(passage.id(), PictureSize.FULL, this::showPicture));
  }

  private void showPicture(Optional<Photo> photo) {
    full = photo;
    picture.show(photo.map(Photo::image));
  }

  private void showReads(PassageViewModel.Detail detail) {
    read.getChildren().clear();
    Passage passage = detail.passage();
    if (passage.readText().isEmpty()) {
      read.getChildren().add(readText(tools.texts().get("history.read.nothing"), "muted-text"));
      return;
    }
    String display = words.display(passage.readText(), passage);
    int position = 0;
    for (int i = 0; i < display.length(); i++) {
      char c = display.charAt(i);
      boolean doubtful =
          PlateText.counts(c)
              && position < detail.reads().size()
              && isDoubtful(detail.reads().get(position));
      read.getChildren().add(readText(String.valueOf(c), doubtful ? "doubtful" : "read-text"));
      if (PlateText.counts(c)) {
        position++;
      }
    }
    read.getChildren()
        .add(readText(" · " + tools.formats().percent(passage.confidence()), "read-text"));
  }

  private static boolean isDoubtful(ReadCharacter character) {
    return character.confidence() < SURE;
  }

  private static Text readText(String text, String styleClass) {
    Text node = new Text(text);
    node.getStyleClass().add(styleClass);
    return node;
  }

  /** Newest first. */
  private void showCorrections(PassageViewModel.Detail detail) {
    corrections.getChildren().clear();
    List<PassageCorrection> newestFirst = detail.corrections().reversed();
    int few = tools.layout().getValue() == ScreenLayout.COMPACT ? 1 : 2;
    int count = allCorrections ? newestFirst.size() : few;
    for (PassageCorrection correction : newestFirst.stream().limit(count).toList()) {
      corrections.getChildren().add(correctionRow(correction, detail.passage()));
    }
    if (newestFirst.size() > few) {
      Button all =
          new Button(
              allCorrections
                  ? tools.texts().get("history.corrections.few")
                  : tools.texts().get("history.corrections.all", newestFirst.size()));
      all.setMaxWidth(Double.MAX_VALUE);
      all.setOnAction(tap -> toggleCorrections(detail));
      corrections.getChildren().add(all);
    }
    arrange(tools.layout().getValue());
  }

  private void toggleCorrections(PassageViewModel.Detail detail) {
    allCorrections = !allCorrections;
    showCorrections(detail);
  }

  private Node correctionRow(PassageCorrection correction, Passage passage) {
    Label change =
        new Label(
            tools
                .texts()
                .get(
                    "history.correction",
                    correction.before().isEmpty()
                        ? tools.texts().get("history.noplate")
                        : words.display(correction.before(), passage),
                    words.display(correction.after(), passage)));
    change.getStyleClass().add("correction-change");
    Label who =
        new Label(
            (correction.correctedBy().isBlank()
                    ? tools.texts().get("history.nobody")
                    : correction.correctedBy())
                + " · "
                + words.when(correction.correctedAt()));
    who.getStyleClass().add("muted");
    FontIcon pencil = new FontIcon("mdi2p-pencil");
    HBox row = new HBox(pencil, new VBox(change, who));
    row.getStyleClass().add("correction");
    return row;
  }

  private void showProblem(Optional<Exception> failure) {
    problem.setVisible(failure.isPresent());
    failure.ifPresent(e -> {
      KnownFailure known = ErrorCode.diagnosis(e).orElse(KnownFailure.STORE_FAILED);
      problem.setText(
          tools.texts().of(known) + " (" + ErrorCode.of(e) + "). " + tools.texts().remedy(known));
    });
  }

  /**
   * On a wide display from top to bottom, else picture and facts side by side. The whole list of
   * corrections takes the picture's place.
   */
  private void arrange(ScreenLayout layout) {
    boolean wide = layout == ScreenLayout.WIDE;
    body.getChildren().clear();
    side.getChildren().setAll(facts, corrections, problem);
    VBox.setVgrow(picture, Priority.ALWAYS);
    back.setVisible(!wide);
    if (wide) {
      VBox.setVgrow(side, allCorrections ? Priority.ALWAYS : Priority.NEVER);
      body.getChildren().setAll(plate, side, buttons);
      if (!allCorrections) {
        body.getChildren().addFirst(picture);
      }
      return;
    }
    side.getChildren().addFirst(plate);
    Node large = allCorrections ? corrections : picture;
    side.getChildren().remove(large);
    HBox halves = new HBox(large, side);
    halves.getStyleClass().add("halves");
    HBox.setHgrow(large, Priority.ALWAYS);
    VBox.setVgrow(halves, Priority.ALWAYS);
    body.getChildren().setAll(halves, buttons);
  }
}
