package io.gatehouse.ui.sync;

import io.gatehouse.store.OutboxCounts;
import io.gatehouse.store.ParkedEvent;
import io.gatehouse.sync.SyncState;
import io.gatehouse.sync.Trouble;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.SyncWords;
import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
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

/** How it stands with the central server at the left, what it refused at the right. */
public final class SyncView implements Screen {

  private static final double ROW = 88;

  private final SyncViewModel model;
  private final ScreenTools tools;
  private final Texts texts;
  private final TextEditorView editor;
  private final Timeline ticking;
  private final Parent root;

  @FXML private StackPane layers;
  @FXML private HBox head;
  @FXML private FontIcon icon;
  @FXML private Label state;
  @FXML private Label why;
  @FXML private VBox facts;
  @FXML private Label message;
  @FXML private Button address;
  @FXML private Button certificate;
  @FXML private Button enrol;
  @FXML private Button now;
  @FXML private VBox rows;
  @FXML private Label none;
  @FXML private Button earlier;
  @FXML private Button later;
  @FXML private Button all;

  public SyncView(SyncViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.texts = tools.texts();
    this.editor = new TextEditorView(texts);
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
    model.tick();
    model.load();
    ticking.play();
  }

  @Override
  public void hidden() {
    ticking.stop();
    editor.close();
  }

  @Override
  public void key(KeyEvent event) {
    if (editor.isVisible()) {
      editor.key(event);
    } else {
      tools.leaveOnEscape(event);
    }
  }

  @FXML
  private void initialize() {
    layers.getChildren().add(editor);
    for (Label label : List.of(why, message, none)) {
      label.managedProperty().bind(label.visibleProperty());
    }
    message.textProperty().bind(model.messageProperty());
    message.visibleProperty().bind(model.messageProperty().isNotEmpty());
    enrol.disableProperty().bind(model.busyProperty());
    rows.heightProperty().subscribe(height -> model.show((int) (height.doubleValue() / ROW)));
    model.stateProperty().subscribe(now -> show());
    model.pageProperty().subscribe(page -> showParked());
    texts
        .languageProperty()
        .subscribe(language -> {
          show();
          showParked();
        });
    tools.settings().subscribe(settings -> show());
  }

  @FXML
  private void editAddress() {
    model.asking(() ->
        editor.open(
            texts.get("sync.address"),
            model.address().isEmpty() ? "https://" : model.address(),
            model::wrongAddress,
            model::saveAddress));
  }

  @FXML
  private void editCertificate() {
    model.asking(() ->
        editor.open(
            texts.get("sync.certificate.long"),
            model.certificate(),
            typed -> Optional.empty(),
            model::saveCertificate));
  }

  @FXML
  private void enrol() {
    model.asking(() ->
        editor.open(
            texts.get("sync.code"),
            "",
            typed -> typed.isBlank() ? Optional.of(texts.get("sync.code.hint")) : Optional.empty(),
            model::enrol));
  }

  @FXML
  private void tryNow() {
    model.tryNow();
  }

  @FXML
  private void retryAll() {
    model.retryAll();
  }

  @FXML
  private void goEarlier() {
    model.earlier();
  }

  @FXML
  private void goLater() {
    model.later();
  }

  private void show() {
    SyncState sync = model.stateProperty().get();
    String level = SyncWords.level(sync).name().toLowerCase(Locale.ROOT);
    for (String other : List.of("good", "neutral", "warning", "bad")) {
      head.pseudoClassStateChanged(PseudoClass.getPseudoClass(other), other.equals(level));
    }
    icon.setIconLiteral(icon(SyncWords.phase(sync)));
    state.setText(SyncWords.text(texts, sync));
    Optional<Trouble> trouble = sync.trouble();
    why.setText(trouble.map(it -> SyncWords.trouble(texts, it)).orElse(""));
    why.setVisible(trouble.isPresent());
    facts.getChildren().setAll(facts(sync));
    boolean set = !model.address().isEmpty();
    now.setDisable(!set || sync.phase() == SyncState.Phase.NOT_ENROLLED);
    address.setText(set ? model.address() : texts.get("sync.address.none"));
    certificate.setText(
        model.certificate().isEmpty() ? texts.get("sync.certificate.none") : model.certificate());
  }

  private static String icon(String phase) {
    return switch (phase) {
      case "none" -> "mdi2c-cloud-off-outline";
      case "done" -> "mdi2c-cloud-check-outline";
      case "sending" -> "mdi2c-cloud-upload-outline";
      case "denied" -> "mdi2c-cloud-lock-outline";
      default -> "mdi2c-cloud-alert";
    };
  }

  private List<Node> facts(SyncState sync) {
    List<Node> lines = new ArrayList<>();
    OutboxCounts counts = sync.counts();
    lines.add(line("sync.waiting", tools.formats().number(counts.waiting())));
    counts
        .oldest()
        .ifPresent(oldest -> lines.add(line("sync.oldest", tools.formats().moment(oldest))));
    lines.add(
        line(
            "sync.success",
            sync.lastSuccess()
                .map(tools.formats()::moment)
                .orElseGet(() -> texts.get("sync.success.none"))));
    lines.add(line("sync.sent", tools.formats().number(sync.sent())));
    sync.trouble()
        .filter(trouble -> !trouble.detail().isEmpty())
        .ifPresent(trouble -> lines.add(line("sync.detail", trouble.detail())));
    return lines;
  }

  private HBox line(String key, String value) {
    Label name = new Label(texts.get(key));
    name.getStyleClass().add("muted");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label said = new Label(value);
    said.getStyleClass().add("strong");
    said.setAlignment(Pos.CENTER_RIGHT);
    said.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(said, Priority.ALWAYS);
    return new HBox(12, name, said);
  }

  private void showParked() {
    SyncViewModel.Page page = model.pageProperty().get();
    rows.getChildren().setAll(page.events().stream().map(this::row).toList());
    none.setVisible(page.events().isEmpty());
    all.setDisable(page.events().isEmpty());
    earlier.setDisable(!page.hasEarlier());
    later.setDisable(!page.hasLater());
  }

  private HBox row(ParkedEvent event) {
    String what = texts.get("sync.kind." + event.kind().name().toLowerCase(Locale.ROOT));
    Label title = new Label(event.plate().isEmpty() ? what : event.plate() + " · " + what);
    title.getStyleClass().add("strong");
    Label when = new Label(tools.formats().moment(event.createdAt()));
    when.getStyleClass().addAll("muted", "small");
    Label reason = new Label(event.reason());
    reason.getStyleClass().add("small");
    VBox words = new VBox(1, title, when, reason);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button again = new Button();
    again.setGraphic(new FontIcon("mdi2r-refresh"));
    again.setAccessibleText(texts.get("sync.retry") + " " + title.getText());
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.setOnAction(tap -> model.retry(event));
    HBox row = new HBox(12, words, again);
    row.getStyleClass().add("parked");
    row.setMinHeight(ROW - 8);
    row.setPrefHeight(ROW - 8);
    return row;
  }
}
