package io.gatehouse.ui.people;

import io.gatehouse.parking.people.Person;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TilesPane;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One taps one's name and types one's PIN. */
public final class SignInView implements Screen {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final SignInViewModel model;
  private final ScreenTools tools;
  private final PinPad pad;
  private final Parent root;

  @FXML private TilesPane names;
  @FXML private Label who;
  @FXML private VBox side;

  public SignInView(SignInViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.pad = new PinPad(model.entry(), tools.texts(), model::enter);
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
  public void key(KeyEvent event) {
    pad.key(event);
  }

  @FXML
  private void initialize() {
    VBox.setVgrow(pad, Priority.ALWAYS);
    side.getChildren().add(pad);
    model.peopleProperty().subscribe(people -> show());
    model.chosenProperty().subscribe(chosen -> show());
    tools.texts().languageProperty().subscribe(language -> show());
  }

  private void show() {
    Optional<Person> chosen = model.chosenProperty().get();
    names.getChildren().setAll(model.peopleProperty().get().stream().map(this::tile).toList());
    pad.setDisable(chosen.isEmpty());
    who.setText(chosen.map(Person::name).orElseGet(() -> tools.texts().get("signin.who")));
  }

  private Button tile(Person person) {
    Button tile = new Button(person.name() + "\n" + tools.texts().of(person.role()));
    tile.getStyleClass().addAll("person-tile");
    tile.setContentDisplay(ContentDisplay.TOP);
    tile.setGraphic(new FontIcon(PersonIcons.of(person.role())));
    tile.pseudoClassStateChanged(CHOSEN, model.chosenProperty().get().equals(Optional.of(person)));
    tile.setOnAction(tap -> model.choose(person));
    return tile;
  }
}
