package io.gatehouse.ui.people;

import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Role;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.Texts;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The people at the left, what can be done with the one chosen at the right. */
public final class PeopleView implements Screen {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
  private static final int LONGEST_NAME = 60;

  private final PeopleViewModel model;
  private final ScreenTools tools;
  private final Texts texts;
  private final TextEditorView editor;
  private final PinPad pad;
  private final Parent root;

  @FXML private StackPane layers;
  @FXML private VBox rows;
  @FXML private Label problem;
  @FXML private VBox side;

  public PeopleView(PeopleViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.texts = tools.texts();
    this.editor = new TextEditorView(texts);
    this.pad = new PinPad(model.entry(), texts, model::enter);
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
  public void hidden() {
    editor.close();
    model.cancel();
  }

  @Override
  public void key(KeyEvent event) {
    if (editor.isVisible()) {
      editor.key(event);
    } else if (model.stepProperty().get() instanceof PeopleViewModel.Step.NewPin) {
      pad.key(event);
    } else {
      tools.leaveOnEscape(event);
    }
  }

  @FXML
  private void initialize() {
    layers.getChildren().add(editor);
    problem.textProperty().bind(model.problemProperty());
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    VBox.setVgrow(pad, Priority.ALWAYS);
    model.peopleProperty().subscribe(people -> show());
    model.stepProperty().subscribe(step -> show());
    texts.languageProperty().subscribe(language -> show());
  }

  @FXML
  private void add() {
    editor.open(
        texts.get("people.name"),
        "",
        name ->
            name.isBlank() || name.length() > LONGEST_NAME
                ? Optional.of(texts.get("people.name.wrong"))
                : Optional.empty(),
        model::add);
  }

  private void show() {
    PeopleViewModel.Step step = model.stepProperty().get();
    Optional<Person> chosen =
        step instanceof PeopleViewModel.Step.Looking(Optional<Person> person)
            ? person
            : Optional.empty();
    rows.getChildren()
        .setAll(
            model.peopleProperty().get().stream()
                .map(person -> (Node) row(person, chosen.filter(person::equals).isPresent()))
                .toList());
    side.getChildren()
        .setAll(
            switch (step) {
              case PeopleViewModel.Step.Looking(Optional<Person> person) ->
                  person.map(this::particulars).orElseGet(this::hint);
              case PeopleViewModel.Step.Adding(String name, Role role) -> adding(name, role);
              case PeopleViewModel.Step.NewPin(var _, String name, Role _, var first) ->
                  newPin(name, first.isPresent());
            });
  }

  private Button row(Person person, boolean chosen) {
    Label name = new Label(person.name());
    name.getStyleClass().add("strong");
    Label role =
        new Label(person.active() ? texts.of(person.role()) : texts.get("people.inactive"));
    role.getStyleClass().add("muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox words = new HBox(12, new FontIcon(PersonIcons.of(person.role())), name, space, role);
    words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    Button row = new Button();
    words.prefWidthProperty().bind(row.widthProperty().subtract(32));
    row.setGraphic(words);
    row.getStyleClass().add("row");
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAccessibleText(person.name() + ", " + role.getText());
    row.pseudoClassStateChanged(CHOSEN, chosen);
    row.pseudoClassStateChanged(OFF, !person.active());
    row.setOnAction(tap -> model.choose(person));
    return row;
  }

  private List<Node> hint() {
    return List.of(muted(texts.get(model.first() ? "people.hint.first" : "people.hint")));
  }

  private List<Node> particulars(Person person) {
    Button pin = button("people.pin", "mdi2d-dialpad", model::newPin);
    pin.setDisable(!person.active());
    Button active =
        person.active()
            ? button("people.deactivate", "mdi2a-account-off-outline", () -> model.active(false))
            : button("people.activate", "mdi2a-account-check-outline", () -> model.active(true));
    active.setId("people-active");
    return List.of(title(person.name()), roles(person.role(), false), pin, active);
  }

  private List<Node> adding(String name, Role role) {
    Button pin = button("people.pin.first", "mdi2d-dialpad", model::newPin);
    pin.setId("people-pin-first");
    return List.of(
        title(name),
        roles(role, model.first()),
        muted(model.first() ? texts.get("people.hint.first") : ""),
        pin,
        button("keypad.cancel", "mdi2c-close", model::cancel));
  }

  private List<Node> newPin(String name, boolean again) {
    Button cancel = new Button();
    cancel.setGraphic(new FontIcon("mdi2c-close"));
    cancel.setAccessibleText(texts.get("keypad.cancel"));
    cancel.setOnAction(tap -> model.cancel());
    Label what = title(texts.get(again ? "people.pin.again" : "people.pin.new", name));
    what.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(what, Priority.ALWAYS);
    HBox head = new HBox(what, cancel);
    head.getStyleClass().add("permission-head");
    return List.of(head, pad);
  }

  private Node roles(Role now, boolean fixed) {
    VBox choices = new VBox();
    choices.getStyleClass().add("chips");
    for (Role role : Role.values()) {
      ToggleButton choice = new ToggleButton(texts.of(role));
      choice.setId("role-" + role);
      choice.setGraphic(new FontIcon(PersonIcons.of(role)));
      choice.setSelected(role == now);
      choice.setDisable(fixed && role != now);
      choice.setMaxWidth(Double.MAX_VALUE);
      choice.setOnAction(tap -> {
        choice.setSelected(role == now);
        model.role(role);
      });
      choices.getChildren().add(choice);
    }
    return choices;
  }

  private Button button(String key, String icon, Runnable action) {
    Button button = new Button(texts.get(key));
    button.getStyleClass().add("plain");
    button.setGraphic(new FontIcon(icon));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(tap -> action.run());
    return button;
  }

  private static Label title(String words) {
    Label title = new Label(words);
    title.getStyleClass().add("permission-what");
    title.setWrapText(true);
    return title;
  }

  private static Label muted(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    return label;
  }
}
