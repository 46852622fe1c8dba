package io.gatehouse.ui.tariff;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** The numbers of a tariff, each a large field with its name over it. */
final class FieldGrid extends GridPane {

  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass TYPING = PseudoClass.getPseudoClass("typing");
  private static final int COLUMNS = 3;

  private final TariffViewModel model;
  private final TariffWords words;
  private final Map<TariffField, Tile> tiles = new EnumMap<>(TariffField.class);

  private record Tile(Button button, Label name, Label value) {}

  FieldGrid(TariffViewModel model, TariffWords words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("tariff-fields");
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      getColumnConstraints().add(column);
    }
    TariffField[] all = TariffField.values();
    for (int i = 0; i < all.length; i++) {
      Tile tile = tile(all[i]);
      tiles.put(all[i], tile);
      add(tile.button(), i % COLUMNS, i / COLUMNS);
    }
    for (int i = 0; i < all.length / COLUMNS; i++) {
      RowConstraints row = new RowConstraints();
      row.setVgrow(Priority.ALWAYS);
      getRowConstraints().add(row);
    }
  }

  private Tile tile(TariffField field) {
    Label name = new Label();
    name.getStyleClass().add("tile-name");
    Label value = new Label();
    value.getStyleClass().add("tile-value");
    VBox both = new VBox(name, value);
    both.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setId("tariff-" + field);
    button.setGraphic(both);
    button.getStyleClass().add("number");
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.setMinWidth(0);
    button.setOnAction(tap -> model.edit(field));
    return new Tile(button, name, value);
  }

  void show() {
    tiles.forEach(this::show);
  }

  private void show(TariffField field, Tile tile) {
    String value = words.value(field, model.draft());
    boolean changed = !field.value(model.draft()).equals(field.value(model.before()));
    boolean typing = model.typed().filter(number -> number.field() == field).isPresent();
    tile.name().setText(words.name(field));
    tile.value().setText(value);
    tile.button().setAccessibleText(words.name(field) + ": " + value);
    tile.button().pseudoClassStateChanged(CHANGED, changed);
    tile.button().pseudoClassStateChanged(TYPING, typing);
  }
}
