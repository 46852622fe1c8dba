package io.gatehouse.ui.people;

import io.gatehouse.parking.people.Person;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.Texts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Asks for a supervisor's PIN over the screen in view. It stands at the side, so that the lane's
 * picture stays free, and the lane goes on behind it.
 */
public final class PermissionPane extends StackPane {

  private static final double STATUS_BAR = 72;
  private static final double WIDTH = 400;
  private static final double WIDTH_COMPACT = 540;
  private static final double PAD = 250;
  private static final double HEIGHT = 560;

  private final PermissionViewModel model;
  private final Texts texts;
  private final PinPad pad;
  private final Label what = new Label();
  private final FlowPane who = new FlowPane();
  private final VBox card = new VBox();
  private final HBox head;
  private final VBox said = new VBox();
  private final HBox both = new HBox();

  public PermissionPane(
      PermissionViewModel model, Texts texts, ObservableValue<ScreenLayout> layout) {
    this.model = model;
    this.texts = texts;
    this.pad = new PinPad(model.entry(), texts, model::enter);
    getStylesheets().add("/css/people.css");
    setPickOnBounds(false);
    card.getStyleClass().addAll("card", "permission");
    what.getStyleClass().add("permission-what");
    what.setWrapText(true);
    what.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(what, Priority.ALWAYS);
    Button cancel = new Button();
    cancel.setId("permission-cancel");
    cancel.setGraphic(new FontIcon("mdi2c-close"));
    cancel.accessibleTextProperty().bind(texts.bound("keypad.cancel"));
    cancel.setOnAction(tap -> model.cancel());
    head = new HBox(what, cancel);
    head.getStyleClass().add("permission-head");
    who.getStyleClass().add("chip-flow");
    VBox.setVgrow(pad, Priority.ALWAYS);
    said.getStyleClass().add("permission-said");
    both.getStyleClass().add("permission-both");
    HBox.setHgrow(said, Priority.ALWAYS);
    VBox.setVgrow(both, Priority.ALWAYS);
    pad.setMinWidth(PAD);
    getChildren().add(card);
    setMargin(card, new Insets(STATUS_BAR, 8, 8, 8));
    layout.subscribe(this::arrange);
    model.questionProperty().subscribe(this::show);
    texts.languageProperty().subscribe(now -> show(model.questionProperty().get()));
  }

  /** Whether keys belong to it. */
  public boolean asks() {
    return model.questionProperty().get().isPresent();
  }

  public void key(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
      model.cancel();
      event.consume();
    } else {
      pad.key(event);
    }
  }

  /** On a small display the names stand beside the keys: under each other they have no room. */
  private void arrange(ScreenLayout layout) {
    card.getChildren().clear();
    said.getChildren().clear();
    both.getChildren().clear();
    if (layout == ScreenLayout.COMPACT) {
      said.getChildren().addAll(head, who);
      both.getChildren().addAll(said, pad);
      card.getChildren().add(both);
    } else {
      card.getChildren().addAll(head, who, pad);
    }
    card.setMaxSize(
        switch (layout) {
          case PORTRAIT -> Double.MAX_VALUE;
          case WIDE -> WIDTH;
          case COMPACT -> WIDTH_COMPACT;
        },
        layout == ScreenLayout.COMPACT ? Double.MAX_VALUE : HEIGHT);
    setAlignment(card, layout == ScreenLayout.PORTRAIT ? Pos.BOTTOM_CENTER : Pos.CENTER_RIGHT);
  }

  private void show(Optional<PermissionViewModel.Question> question) {
    setVisible(question.isPresent());
    setManaged(question.isPresent());
    question.ifPresent(this::show);
  }

  private void show(PermissionViewModel.Question asked) {
    String action = texts.of(asked.action());
    what.setText(
        asked
            .chosen()
            .map(person -> texts.get("permission.of", action, person.name()))
            .orElseGet(() -> texts.get("permission.who", action)));
    who.getChildren().setAll(asked.who().stream().map(this::chip).toList());
    boolean several = asked.who().size() > 1;
    who.setVisible(several);
    who.setManaged(several);
    pad.setDisable(asked.chosen().isEmpty());
  }

  private ToggleButton chip(Person person) {
    ToggleButton chip = new ToggleButton(person.name());
    chip.setSelected(
        model
            .questionProperty()
            .get()
            .flatMap(PermissionViewModel.Question::chosen)
            .equals(Optional.of(person)));
    chip.setOnAction(tap -> model.choose(person));
    return chip;
  }
}
