package io.gatehouse.ui.tariff;

import io.gatehouse.ui.common.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tariffs to choose from, over the whole screen, a page at a time. */
final class ChoicePanel extends VBox {

  private static final int PER_PAGE = 4;

  /**
   * One of them.
   *
   * @param title what it is
   * @param mark what is special about it; empty for nothing
   * @param counts whether it counts now or will
   * @param words what it says
   * @param chosen takes it
   */
  record Choice(String title, String mark, boolean counts, String words, Runnable chosen) {}

  private final Label title = new Label();
  private final Label hint = new Label();
  private final VBox list = new VBox();
  private final Button up = new Button();
  private final Button down = new Button();
  private List<Choice> choices = List.of();
  private int first;

  ChoicePanel(Texts texts) {
    getStyleClass().addAll("card", "choice-panel");
    setId("choice-panel");
    title.getStyleClass().add("strong");
    hint.getStyleClass().add("muted");
    hint.setWrapText(true);
    list.getStyleClass().add("choice-list");
    VBox.setVgrow(list, Priority.ALWAYS);
    Button close = new Button();
    close.setId("choice-close");
    close.textProperty().bind(texts.bound("tariff.close"));
    close.setOnAction(tap -> close());
    up.setGraphic(new FontIcon("mdi2c-chevron-up"));
    up.accessibleTextProperty().bind(texts.bound("tariff.newer"));
    up.setOnAction(tap -> page(-PER_PAGE));
    down.setGraphic(new FontIcon("mdi2c-chevron-down"));
    down.accessibleTextProperty().bind(texts.bound("tariff.older"));
    down.setOnAction(tap -> page(PER_PAGE));
    VBox words = new VBox(title, hint);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    HBox head = new HBox(words, up, down, close);
    head.getStyleClass().add("choice-head");
    getChildren().addAll(head, list);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void open(String heading, String explanation, List<Choice> all) {
    title.setText(heading);
    hint.setText(explanation);
    choices = all;
    first = 0;
    setVisible(true);
    page(0);
  }

  void close() {
    setVisible(false);
  }

  private void page(int by) {
    first = Math.clamp(first + (long) by, 0, Math.max(0, choices.size() - 1));
    list.getChildren()
        .setAll(choices.stream().skip(first).limit(PER_PAGE).map(this::button).toList());
    boolean pages = choices.size() > PER_PAGE;
    up.setVisible(pages);
    down.setVisible(pages);
    up.setDisable(first == 0);
    down.setDisable(first + PER_PAGE >= choices.size());
  }

  private Button button(Choice choice) {
    Label name = new Label(choice.title());
    name.getStyleClass().add("strong");
    Label mark = new Label(choice.mark());
    mark.getStyleClass().add(choice.counts() ? "choice-mark" : "muted");
    HBox top = new HBox(name, mark);
    top.getStyleClass().add("choice-top");
    Label words = new Label(choice.words());
    words.getStyleClass().add("choice-words");
    words.setWrapText(true);
    Button button = new Button();
    VBox all = new VBox(top, words);
    all.setAlignment(Pos.CENTER_LEFT);
    button.setGraphic(all);
    button.setAccessibleText(choice.title() + ". " + choice.words());
    button.getStyleClass().add("choice");
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.setOnAction(tap -> {
      close();
      choice.chosen().run();
    });
    // a graphic is not as wide as its button by itself
    words.prefWidthProperty().bind(list.widthProperty().subtract(40));
    VBox.setVgrow(button, Priority.ALWAYS);
    return button;
  }
}
