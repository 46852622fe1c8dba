package io.gatehouse.ui.live;

import io.gatehouse.ui.common.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a {@link Sheet} over the panel, and a way back. */
final class SheetPane extends VBox {

  /** Where there is room, a gloved thumb gets more of it. */
  private static final double LARGEST_OPTION = 88;

  private final Texts texts;
  private final Runnable back;

  SheetPane(Texts texts, Runnable back) {
    this.texts = texts;
    this.back = back;
    getStyleClass().addAll("card", "panel", "sheet");
    setVisible(false);
  }

  void show(Optional<Sheet> sheet) {
    getChildren().clear();
    setVisible(sheet.isPresent());
    sheet.ifPresent(this::fill);
  }

  private void fill(Sheet sheet) {
    Label title = new Label(sheet.title());
    title.setWrapText(true);
    title.getStyleClass().add("strong");
    getChildren().add(title);
    sheet.options().stream().map(this::option).forEach(getChildren()::add);
    Region between = new Region();
    VBox.setVgrow(between, Priority.ALWAYS);
    Button cancel = new Button(texts.get("gate.back"));
    cancel.setGraphic(new FontIcon("mdi2a-arrow-left"));
    cancel.setMaxWidth(Double.MAX_VALUE);
    cancel.setOnAction(tap -> back.run());
    getChildren().addAll(between, cancel);
  }

  private Button option(Sheet.Option option) {
    Label text = new Label(option.text());
    text.getStyleClass().add("strong");
    VBox words = new VBox(2, text);
    words.setAlignment(Pos.CENTER_LEFT);
    if (!option.detail().isEmpty()) {
      Label detail = new Label(option.detail());
      detail.getStyleClass().addAll("muted", "small");
      words.getChildren().add(detail);
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, words);
    row.setAlignment(Pos.CENTER_LEFT);
    if (option.locked()) {
      row.getChildren().add(new FontIcon("mdi2l-lock-outline"));
    }
    Button button = new Button();
    button.setGraphic(row);
    button.setMaxSize(Double.MAX_VALUE, LARGEST_OPTION);
    VBox.setVgrow(button, Priority.ALWAYS);
    button.getStyleClass().add("candidate");
    row.prefWidthProperty().bind(button.widthProperty().subtract(32));
    button.setOnAction(tap -> option.take().run());
    return button;
  }
}
