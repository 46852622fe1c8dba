package io.gatehouse.ui.settings;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.settings.Settings;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a technician sets, each in plain words with what it does, saved as it is tapped. */
public final class SettingsView implements Screen {

  /** The tabs, so that nothing has to be dragged. */
  private enum Tab {
    LANE,
    PARKING,
    CAMERA,
    BARRIER,
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
  private final Map<Tab, SettingsTab> contents;
  private Tab tab = Tab.LANE;
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
    this.contents =
        Map.of(
            Tab.LANE, new LaneTab(tools, model),
            Tab.PARKING, new ParkingTab(model),
            Tab.CAMERA, new CameraTab(texts, model, editor),
            Tab.BARRIER, new BarrierTab(tools, model, editor),
            Tab.LOOK, new LookTab(texts, model),
            Tab.SYSTEM, new SystemTab(tools, model, () -> storage));
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
    } else {
      tools.leaveOnEscape(event);
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
    contents.get(tab).show(new SettingsRows(tools, model, editor, rows, this::show));
    scroll.setVvalue(0);
    showNotice();
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
        && started.autoConfirm() == now.autoConfirm()
        && started.thirdVoice() == now.thirdVoice());
  }
}
