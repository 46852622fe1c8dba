package io.gatehouse.ui.settings;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.parking.Direction;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.BarrierKind;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.settings.WholeNumber;
import io.gatehouse.ui.common.Duty;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a technician sets, each in plain words with what it does, saved as it is tapped. */
public final class SettingsView implements Screen {

  private static final double GIGABYTE = 1e9;
  private static final Integer[] PICTURE_DAYS = {7, 14, 30, 60, 90};
  private static final Integer[] PASSAGE_DAYS = {30, 90, 180, 365};

  /** The tabs, so that nothing has to be dragged. */
  private enum Tab {
    LANE,
    PARKING,
    CAMERA,
    LOOK,
    SYSTEM
  }

  private final ScreenTools tools;
  private final Texts texts;
  private final SetupSupport support;
  private final SettingsViewModel model;
  private final TextEditorView editor;
  private final SettingsNotes notes;
  private final Parent root;
  private final List<Runnable> refreshers = new ArrayList<>();
  private Tab tab = Tab.LANE;
  private boolean keysShown;
  private Optional<StorageStatus> storage = Optional.empty();

  @FXML private StackPane layers;
  @FXML private FlowPane tabs;
  @FXML private HBox notice;
  @FXML private Label noticeText;
  @FXML private Button noticeAction;
  @FXML private VBox rows;
  @FXML private ScrollPane scroll;

  public SettingsView(ScreenTools tools) {
    this.tools = tools;
    this.texts = tools.texts();
    this.support = tools.context().setup();
    this.model =
        new SettingsViewModel(
            tools.settings(), tools.context().settingsSaver(), changed -> {}, tools.work());
    this.editor = new TextEditorView(texts);
    this.notes = new SettingsNotes(tools);
    this.root = tools.loader().load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    notes.begin();
    tools
        .work()
        .run(
            () -> tools.context().storage().get(),
            status -> {
              storage = Optional.of(status);
              show();
            },
            e -> {
              storage = Optional.empty();
              show();
            });
  }

  @Override
  public void hidden() {
    notes.end();
    editor.close();
  }

  @Override
  public void key(KeyEvent event) {
    if (editor.isVisible()) {
      editor.key(event);
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      tools.navigator().back();
    }
  }

  @FXML
  private void initialize() {
    layers.getChildren().add(editor);
    notice.managedProperty().bind(notice.visibleProperty());
    for (Tab each : Tab.values()) {
      ToggleButton button = new ToggleButton();
      button.setId("settings-tab-" + each);
      button.textProperty().bind(texts.bound("settings.tab." + each));
      button.setOnAction(tap -> {
        tab = each;
        show();
      });
      refreshers.add(() -> button.setSelected(tab == each));
      tabs.getChildren().add(button);
    }
    texts.languageProperty().subscribe(language -> show());
    tools.settings().subscribe(changed -> show());
    model.savingProperty().subscribe(saving -> showNotice());
  }

  private void show() {
    refreshers.forEach(Runnable::run);
    rows.getChildren().clear();
    switch (tab) {
      case LANE -> showLane();
      case PARKING -> showParking();
      case CAMERA -> showCamera();
      case LOOK -> showLook();
      case SYSTEM -> showSystem();
    }
    scroll.setVvalue(0);
    showNotice();
  }

  private void showLane() {
    Settings now = model.now();
    row("lane", textButton("lane", now.laneName(), Settings::withLaneName));
    row(
        "direction",
        choices(Direction.values(), now.direction(), texts::of, Settings::withDirection));
    if (tools.duty().state() instanceof Duty.State.NoPeople) { // else whoever signs in
      row("guard", textButton("guard", now.guard(), Settings::withGuard));
    }
    row(
        "barrier",
        choices(
            BarrierKind.values(),
            now.barrier(),
            kind -> texts.get("settings.barrier." + kind),
            Settings::withBarrier));
    row("auto", toggle("auto", now.autoConfirm(), Settings::withAutoConfirm));
  }

  private void showParking() {
    Settings now = model.now();
    number("capacityMotorbike", now.capacityMotorbike(), Settings::withCapacityMotorbike);
    number("capacityCar", now.capacityCar(), Settings::withCapacityCar);
    number("longStayDays", now.longStayDays(), Settings::withLongStayDays);
    row(
        "openForSubscribers",
        toggle("openForSubscribers", now.openForSubscribers(), Settings::withOpenForSubscribers));
    number("subscriberConfidence", now.subscriberConfidence(), Settings::withSubscriberConfidence);
  }

  private void number(String key, int value, BiFunction<Settings, Integer, Settings> change) {
    WholeNumber range = WholeNumber.Of.setting(key);
    Button button = new Button(tools.formats().number(value));
    button.setId("setting-" + key);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setGraphic(new FontIcon("mdi2p-pencil"));
    button.setOnAction(tap ->
        editor.open(
            texts.get("settings." + key),
            Integer.toString(value),
            text ->
                range(range, text).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                        texts.get(
                            "settings.number.range",
                            tools.formats().number(range.from()),
                            tools.formats().number(range.to()))),
            text ->
                range(range, text)
                    .ifPresent(number -> model.change(s -> change.apply(s, number)))));
    row(key, button);
  }

  private static Optional<Integer> range(WholeNumber range, String text) {
    return Optional.of(text.strip())
        .filter(digits -> digits.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .filter(number -> number >= range.from() && number <= range.to());
  }

  private void showCamera() {
    String uri = model.now().camera();
    Optional<CameraAddress.Kind> kind = CameraAddress.kindOf(uri);
    FlowPane kinds = new FlowPane();
    kinds.getStyleClass().add("chip-flow");
    for (CameraAddress.Kind each : CameraAddress.Kind.values()) {
      ToggleButton chip = new ToggleButton(texts.get("settings.camera." + each));
      chip.setId("camera-" + each);
      chip.setSelected(kind.equals(Optional.of(each)));
      chip.setOnAction(tap -> chooseKind(each));
      kinds.getChildren().add(chip);
    }
    Label where = new Label(texts.get("settings.camera.does"));
    where.getStyleClass().add("muted");
    rows.getChildren().addAll(where, kinds);
    Button address = new Button(CameraAddress.shown(uri));
    address.setId("camera-address");
    address.setMaxWidth(Double.MAX_VALUE);
    address.setAlignment(Pos.CENTER_LEFT);
    address.setGraphic(new FontIcon("mdi2p-pencil"));
    address.setOnAction(tap -> editCamera(model.now().camera()));
    rows.getChildren().add(address);
    rows.getChildren().add(checkLine(uri));
  }

  private Label checkLine(String uri) {
    Optional<CameraAddress.Problem> problem = CameraAddress.check(uri);
    Label line =
        new Label(problem.map(this::words).orElseGet(() -> texts.get("settings.camera.ok")));
    line.setId("camera-check");
    line.getStyleClass().add(problem.isPresent() ? "check" : "check-good");
    line.setGraphic(
        new FontIcon(problem.isPresent() ? "mdi2a-alert-circle-outline" : "mdi2c-check"));
    line.setWrapText(true);
    return line;
  }

  private String words(CameraAddress.Problem problem) {
    return texts.get("settings.camera.problem." + problem);
  }

  private void chooseKind(CameraAddress.Kind kind) {
    boolean same = CameraAddress.kindOf(model.now().camera()).equals(Optional.of(kind));
    if (kind.needsNoPlace()) {
      model.change(s -> s.withCamera(kind.example()));
    } else {
      editCamera(same ? model.now().camera() : kind.example());
    }
    show();
  }

  private void editCamera(String uri) {
    editor.open(
        texts.get("settings.address"),
        uri,
        text -> CameraAddress.check(text).map(this::words),
        model::camera);
  }

  private void showLook() {
    Settings now = model.now();
    row(
        "language",
        choices(
            Language.values(),
            now.language(),
            language -> texts.get("settings.language." + language),
            Settings::withLanguage));
    row(
        "theme",
        choices(
            Theme.values(),
            now.theme(),
            theme -> texts.get("settings.theme." + theme),
            Settings::withTheme));
    row("sound", toggle("sound", now.sound(), Settings::withSound));
  }

  private void showSystem() {
    boolean learns = model.now().learnFromCorrections();
    row("learn", toggle("learn", learns, Settings::withLearnFromCorrections));
    row("third", toggle("third", model.now().thirdVoice(), Settings::withThirdVoice));
    row(
        "keep.pictures",
        choices(
            PICTURE_DAYS,
            model.now().keepPicturesDays(),
            this::days,
            Settings::withKeepPicturesDays));
    row(
        "keep.passages",
        choices(
            PASSAGE_DAYS,
            model.now().keepPassagesDays(),
            this::days,
            Settings::withKeepPassagesDays));
    fact("version", support.version());
    fact("data", support.dataFolder());
    fact("disk", storage.map(this::diskWords).orElse("–"));
    fact("camera.now", support.camera());
    fact("java", Runtime.version().toString());
    for (SetupSupport.Problem problem : support.problems()) {
      rows.getChildren().add(problemLines(problem));
    }
    Button keys = new Button(texts.get(keysShown ? "settings.keys.hide" : "settings.keys.show"));
    keys.setGraphic(new FontIcon("mdi2k-keyboard-outline"));
    keys.setOnAction(tap -> {
      keysShown = !keysShown;
      show();
    });
    rows.getChildren().add(keys);
    if (keysShown) {
      Label list = new Label(texts.get("settings.keys"));
      list.setWrapText(true);
      rows.getChildren().add(list);
    }
  }

  private String diskWords(StorageStatus status) {
    String free = texts.get("status.disk.free", status.freeBytes() / GIGABYTE);
    return status.daysLeft().isPresent()
        ? free + " · " + texts.get("format.days", status.daysLeft().getAsLong())
        : free;
  }

  private String days(Integer days) {
    return tools.formats().number(days);
  }

  private Node problemLines(SetupSupport.Problem problem) {
    Label what = new Label(texts.of(problem.failure()) + " (" + problem.failure().code() + ")");
    what.getStyleClass().add("check");
    Label line = new Label(texts.remedy(problem.failure()) + "\n" + problem.line());
    line.getStyleClass().add("muted");
    what.setWrapText(true);
    line.setWrapText(true);
    return new VBox(what, line);
  }

  private void row(String key, Node control) {
    Label name = new Label(texts.get("settings." + key));
    name.getStyleClass().add("strong");
    Label does = new Label(texts.get("settings." + key + ".does"));
    does.getStyleClass().add("muted");
    does.setWrapText(true);
    VBox words = new VBox(name, does);
    words.getStyleClass().add("setting-words");
    HBox row = new HBox(words, control);
    row.getStyleClass().add("setting");
    HBox.setHgrow(words, Priority.ALWAYS);
    rows.getChildren().add(row);
  }

  private void fact(String key, String value) {
    Label name = new Label(texts.get("settings.fact." + key));
    name.getStyleClass().add("muted");
    name.setMinWidth(190);
    Label text = new Label(value.isEmpty() ? "–" : value);
    text.setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    rows.getChildren().add(new HBox(name, text));
  }

  private Button textButton(
      String key, String value, BiFunction<Settings, String, Settings> change) {
    Button button = new Button(value.isEmpty() ? texts.get("settings.none") : value);
    button.setId("setting-" + key);
    button.setMaxWidth(320);
    button.setGraphic(new FontIcon("mdi2p-pencil"));
    button.setOnAction(tap ->
        editor.open(
            texts.get("settings." + key),
            value,
            text -> Optional.empty(),
            text -> model.change(s -> change.apply(s, text))));
    return button;
  }

  private <T> Node choices(
      T[] all, T chosen, Function<T, String> words, BiFunction<Settings, T, Settings> change) {
    HBox chips = new HBox();
    chips.getStyleClass().add("choices");
    chips.setMinWidth(Region.USE_PREF_SIZE);
    for (T each : all) {
      ToggleButton chip = new ToggleButton(words.apply(each));
      chip.setSelected(each.equals(chosen));
      chip.setOnAction(tap -> {
        model.change(s -> change.apply(s, each));
        show();
      });
      chips.getChildren().add(chip);
    }
    return chips;
  }

  private Node toggle(String key, boolean on, BiFunction<Settings, Boolean, Settings> change) {
    ToggleButton button = new ToggleButton(texts.get(on ? "settings.on" : "settings.off"));
    button.setId("setting-" + key);
    button.setGraphic(new FontIcon(on ? "mdi2t-toggle-switch" : "mdi2t-toggle-switch-off-outline"));
    button.setSelected(on);
    button.setOnAction(tap -> model.change(s -> change.apply(s, !on)));
    button.setMinWidth(Region.USE_PREF_SIZE); // long words beside it must not cut its own
    return button;
  }

  /** What could not be saved comes first, then what waits for a restart. */
  private void showNotice() {
    noticeAction.setVisible(true);
    switch (model.savingProperty().get()) {
      case SettingsViewModel.Saving.Failed(Exception why) -> {
        KnownFailure known = KnownFailure.SETTINGS_NOT_SAVED;
        ErrorCode code = known.code();
        noticeText.setText(
            texts.of(known) + " (" + code + "). " + texts.remedy(known) + "\n" + why.getMessage());
        noticeAction.setText(texts.get("settings.save.again"));
        noticeAction.setOnAction(tap -> model.saveAgain());
        notice.setVisible(true);
      }
      default -> {
        notice.setVisible(needsRestart());
        noticeText.setText(texts.get("settings.restart"));
        noticeAction.setText(texts.get("settings.restart.now"));
        noticeAction.setVisible(support.restart().isPresent());
        noticeAction.setOnAction(tap -> support.restart().ifPresent(Runnable::run));
      }
    }
  }

  /** What camera and lane were started with; the rest counts at once. */
  private boolean needsRestart() {
    Settings started = tools.context().settings();
    Settings now = model.now();
    return !(started.camera().equals(now.camera())
        && started.laneName().equals(now.laneName())
        && started.direction() == now.direction()
        && started.barrier() == now.barrier()
        && started.autoConfirm() == now.autoConfirm()
        && started.thirdVoice() == now.thirdVoice());
  }
}
