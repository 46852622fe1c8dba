package io.gatehouse.ui.insight;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** A large number with its name over it and what it is compared with under it. */
final class NumberCard extends ToggleButton {

  private final Label name = new Label();
  private final Label number = new Label();
  private final Label note = new Label();

  NumberCard() {
    getStyleClass().add("number-card");
    name.getStyleClass().add("number-name");
    number.getStyleClass().add("number");
    note.getStyleClass().add("number-note");
    VBox lines = new VBox(name, number, note);
    lines.getStyleClass().add("number-lines");
    setGraphic(lines);
    setMaxWidth(Double.MAX_VALUE);
    setMinHeight(USE_PREF_SIZE);
  }

  void show(String title, String value, String under) {
    name.setText(title);
    number.setText(value);
    note.setText(under);
    setAccessibleText(title + ": " + value + ". " + under);
  }
}
