package io.gatehouse.ui.setup;

import io.gatehouse.settings.SetupStep;
import io.gatehouse.ui.common.FirstSetUp;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.people.FirstSupervisorPane;
import io.gatehouse.ui.settings.SettingsParts;
import io.gatehouse.ui.sync.EnrolPane;
import io.gatehouse.ui.tariff.PresetPane;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Six short steps from a new machine to a working gate. */
public final class FirstStepsView implements Screen {

  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final ScreenTools tools;
  private final Texts texts;
  private final FirstStepsViewModel model;
  private final TextEditorView editor;
  private final SettingsParts settings;
  private final PicturePage picture;
  private final PresetPane tariffs;
  private final FirstSupervisorPane supervisor;
  private final EnrolPane central;
  private final Parent root;
  private boolean shown;

  @FXML private StackPane layers;
  @FXML private Label number;
  @FXML private Label title;
  @FXML private HBox dots;
  @FXML private StackPane page;
  @FXML private Label problem;
  @FXML private Button back;
  @FXML private Button next;

  public FirstStepsView(ScreenTools tools, FirstSetUp setUp) {
    this.tools = tools;
    this.texts = tools.texts();
    this.model = new FirstStepsViewModel(tools, setUp.progress());
    this.editor = new TextEditorView(texts);
    this.settings = new SettingsParts(tools, editor);
    this.picture = new PicturePage(tools, setUp.gauge());
    this.tariffs = new PresetPane(tools);
    this.supervisor = new FirstSupervisorPane(tools, editor);
    this.central = new EnrolPane(tools, editor);
    this.root = tools.loader().load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    shown = true;
    settings.shown();
    show();
  }

  @Override
  public void hidden() {
    shown = false;
    settings.hidden();
    picture.stop();
    editor.close();
  }

  @Override
  public void key(KeyEvent event) {
    if (editor.isVisible()) {
      editor.key(event);
    } else if (model.stepProperty().get() == SetupStep.PEOPLE) {
      supervisor.key(event);
    }
  }

  @FXML
  private void initialize() {
    layers.getChildren().add(editor);
    problem.managedProperty().bind(problem.visibleProperty());
    model.stepProperty().subscribe(step -> showIfSeen());
    model.problemProperty().subscribe(words -> showProblem());
    settings.problem().subscribe(words -> showProblem());
    texts.languageProperty().subscribe(language -> showIfSeen());
    tools.settings().subscribe(changed -> showIfSeen());
  }

  @FXML
  private void goNext() {
    model.next();
  }

  @FXML
  private void goBack() {
    model.back();
  }

  @FXML
  private void goLater() {
    model.later();
  }

  private void showIfSeen() {
    if (shown) {
      show();
    }
  }

  private void show() {
    SetupStep step = model.stepProperty().get();
    number.setText(texts.get("setup.number", step.number(), SetupStep.COUNT));
    title.setText(texts.get("setup." + step));
    showDots(step);
    back.setDisable(step.isFirst());
    next.setText(texts.get(step.isLast() ? "setup.finish" : "setup.next"));
    next.setGraphic(new FontIcon(step.isLast() ? "mdi2c-check-bold" : "mdi2a-arrow-right-bold"));
    next.setDisable(step == SetupStep.CAMERA && !settings.cameraIsRight());
    picture.stop();
    page.getChildren().setAll(content(step));
    showProblem();
  }

  private Node content(SetupStep step) {
    return switch (step) {
      case LANE -> rows(box -> settings.lane(box, this::show));
      case CAMERA -> rows(box -> settings.camera(box, this::show));
      case BARRIER -> rows(box -> settings.barrier(box, this::show));
      case PICTURE -> {
        picture.start();
        yield picture.root();
      }
      case TARIFF -> {
        tariffs.load();
        yield scrolled(tariffs);
      }
      case PEOPLE -> {
        supervisor.load();
        yield supervisor;
      }
      case CENTRAL -> {
        central.show();
        yield scrolled(central);
      }
    };
  }

  private interface Rows {
    void fill(VBox box);
  }

  private static Node rows(Rows rows) {
    VBox box = new VBox();
    box.getStyleClass().add("settings-rows");
    rows.fill(box);
    return scrolled(box);
  }

  private static ScrollPane scrolled(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private void showDots(SetupStep now) {
    dots.getChildren().clear();
    for (int i = 1; i <= SetupStep.COUNT; i++) {
      Region dot = new Region();
      dot.getStyleClass().add("setup-dot");
      dot.pseudoClassStateChanged(DONE, i < now.number());
      dot.pseudoClassStateChanged(HERE, i == now.number());
      dots.getChildren().add(dot);
    }
  }

  private void showProblem() {
    String words =
        model.problemProperty().get().isEmpty()
            ? settings.problem().getValue().orElse("")
            : model.problemProperty().get();
    problem.setText(words);
    problem.setVisible(!words.isEmpty());
  }
}
