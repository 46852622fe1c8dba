package io.gatehouse.ui.tariff;

import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.tariff.TariffField.Unit;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The keys for one number, under what it is and what has been typed. */
final class NumberPad extends VBox {

  private static final int SIDES = 4;

  private final Texts texts;
  private final TariffWords words;
  private final TariffViewModel model;
  private final Label name = new Label();
  private final Label value = new Label();
  private final Label problem = new Label();
  private final GridPane keys = new GridPane();
  private final Button thousand;
  private final Button none;
  private final Button done;

  NumberPad(TariffViewModel model, TariffWords words, Texts texts) {
    this.model = model;
    this.words = words;
    this.texts = texts;
    getStyleClass().addAll("card", "number-pad");
    setId("number-pad");
    name.getStyleClass().add("muted");
    value.getStyleClass().add("pad-value");
    value.setId("pad-value");
    value.setMinWidth(Region.USE_PREF_SIZE);
    problem.getStyleClass().add("pad-problem");
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    HBox head = new HBox(new VBox(name, problem), room, value);
    head.getStyleClass().add("pad-head");
    problem.managedProperty().bind(problem.visibleProperty());
    for (int i = 0; i < SIDES; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / SIDES);
      keys.getColumnConstraints().add(column);
      RowConstraints row = new RowConstraints();
      row.setPercentHeight(100.0 / SIDES);
      keys.getRowConstraints().add(row);
    }
    keys.getStyleClass().add("keys");
    for (int digit = 1; digit <= 9; digit++) {
      add(digits(String.valueOf(digit)), (digit - 1) % 3, (digit - 1) / 3);
    }
    add(digits("0"), 0, 3);
    add(digits("00"), 1, 3);
    thousand = digits("000");
    add(thousand, 2, 3);
    add(icon("mdi2b-backspace-outline", "tariff.pad.erase", model::erase), 3, 0);
    none = new Button();
    none.textProperty().bind(texts.bound("tariff.pad.none"));
    none.setId("pad-none");
    none.setOnAction(tap -> model.none());
    add(none, 3, 1);
    add(icon("mdi2c-close", "tariff.pad.cancel", model::cancel), 3, 2);
    done = icon("mdi2c-check-bold", "tariff.pad.done", model::done);
    done.setId("pad-done");
    done.getStyleClass().add("pad-done");
    add(done, 3, 3);
    VBox.setVgrow(keys, Priority.ALWAYS);
    getChildren().addAll(head, keys);
    managedProperty().bind(visibleProperty());
  }

  void show(Optional<TypedNumber> typed) {
    setVisible(typed.isPresent());
    typed.ifPresent(this::show);
  }

  private void show(TypedNumber number) {
    TariffField field = number.field();
    name.setText(words.name(field));
    value.setText(said(number));
    problem.setText(number.problem().map(what -> texts.get("tariff.problem." + what)).orElse(""));
    problem.setVisible(number.problem().isPresent());
    done.setDisable(number.problem().isPresent());
    none.setDisable(!field.isOptional());
    thousand.setDisable(field.unit() != Unit.DONG);
  }

  private String said(TypedNumber number) {
    if (number.digits().isEmpty()) {
      return words.value(number.field(), number.before());
    }
    return number.problem().isPresent()
        ? number.digits()
        : words.value(number.field().unit(), number.value());
  }

  private void add(Node key, int column, int row) {
    keys.add(key, column, row);
    if (key instanceof Button button) {
      button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      button.setMinWidth(0);
      button.setFocusTraversable(false);
    }
  }

  private Button digits(String digits) {
    Button key = new Button(digits);
    key.setId("pad-" + digits);
    key.setOnAction(tap -> model.type(digits));
    return key;
  }

  private Button icon(String literal, String key, Runnable action) {
    Button button = new Button();
    button.setGraphic(new FontIcon(literal));
    button.accessibleTextProperty().bind(texts.bound(key));
    button.setOnAction(tap -> action.run());
    return button;
  }
}
