package io.gatehouse.ui.people;

import io.gatehouse.parking.people.Person;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.people.PeopleViewModel.Step;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first supervisor gives a name and, twice, a PIN. */
public final class FirstSupervisorPane extends HBox {

  private final Texts texts;
  private final TextEditorView editor;
  private final PeopleViewModel model;
  private final PinPad pad;
  private final Label says = new Label();
  private final Label problem = new Label();
  private final Button name = new Button();

  public FirstSupervisorPane(ScreenTools tools, TextEditorView editor) {
    this.texts = tools.texts();
    this.editor = editor;
    this.model = new PeopleViewModel(tools);
    this.pad = new PinPad(model.entry(), texts, model::enter);
    getStyleClass().add("first-supervisor");
    name.setId("setup-supervisor");
    name.setGraphic(new FontIcon("mdi2a-account-plus-outline"));
    name.setMaxWidth(Double.MAX_VALUE);
    name.setOnAction(tap -> askName());
    says.setWrapText(true);
    problem.setWrapText(true);
    problem.getStyleClass().add("check");
    problem.textProperty().bind(model.problemProperty());
    VBox words = new VBox(name, says, problem);
    words.getStyleClass().add("setup-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, pad);
    model.stepProperty().subscribe(step -> show());
    model.peopleProperty().subscribe(people -> show());
  }

  /** Looks up whether there is somebody. */
  public void load() {
    model.load();
    show();
  }

  /** Whether somebody can sign in. */
  public boolean isDone() {
    return !model.peopleProperty().get().isEmpty();
  }

  /** Digits of a keyboard are the PIN's. */
  public void key(KeyEvent event) {
    if (typing().isPresent()) {
      pad.key(event);
    }
  }

  private Optional<Step.NewPin> typing() {
    return model.stepProperty().get() instanceof Step.NewPin typing
        ? Optional.of(typing)
        : Optional.empty();
  }

  private void askName() {
    String before = typing().map(Step.NewPin::name).orElse("");
    editor.open(
        texts.get("setup.people.name"),
        before,
        text -> text.isBlank() ? Optional.of("") : Optional.empty(),
        text -> {
          model.add(text.strip());
          model.newPin();
        });
  }

  private void show() {
    Optional<Step.NewPin> typing = typing();
    pad.setVisible(typing.isPresent());
    name.setVisible(!isDone());
    name.setManaged(!isDone());
    name.setText(typing.map(Step.NewPin::name).orElseGet(() -> texts.get("setup.people.name")));
    says.getStyleClass().remove("check-good");
    says.setGraphic(null);
    if (isDone()) {
      String all =
          model.peopleProperty().get().stream().map(Person::name).collect(Collectors.joining(", "));
      says.setText(texts.get("setup.people.done", all));
      says.setGraphic(new FontIcon("mdi2c-check"));
      says.getStyleClass().add("check-good");
    } else {
      says.setText(
          texts.get(
              typing.isEmpty()
                  ? "setup.people.why"
                  : typing.get().first().isEmpty() ? "setup.people.pin" : "setup.people.again"));
    }
  }
}
