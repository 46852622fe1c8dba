package io.gatehouse.ui.common;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Keys for a part of a plate, in four rows, so that the list above stays in view. */
public final class SearchPad extends GridPane {

  private static final List<String> ROWS =
      List.of("1234567890", "QWERTYUIOP", "ASDFGHJKLĐ", "ZXCVBNM");
  private static final int COLUMNS = 10;

  /**
   * Keys that are not in view yet.
   *
   * @param onKey given the character, or an empty text for the backspace
   * @param onDone closes the pad
   */
  public SearchPad(Texts texts, Consumer<String> onKey, Runnable onDone) {
    getStyleClass().add("search-pad");
    setId("search-pad");
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      column.setHgrow(Priority.ALWAYS);
      getColumnConstraints().add(column);
    }
    for (int row = 0; row < ROWS.size(); row++) {
      String keys = ROWS.get(row);
      for (int column = 0; column < keys.length(); column++) {
        String key = String.valueOf(keys.charAt(column));
        add(button(key, () -> onKey.accept(key)), column, row);
      }
    }
    int last = ROWS.size() - 1;
    Button erase = button("", () -> onKey.accept(""));
    erase.setGraphic(new FontIcon("mdi2b-backspace-outline"));
    erase.accessibleTextProperty().bind(texts.bound("history.pad.erase"));
    add(erase, 7, last);
    Button done = button("", onDone);
    done.textProperty().bind(texts.bound("history.pad.done"));
    done.getStyleClass().add("done");
    add(done, 8, last, 2, 1);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  private static Button button(String text, Runnable action) {
    Button button = new Button(text);
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.setMinWidth(0);
    button.setFocusTraversable(false);
    button.setOnAction(tap -> action.run());
    return button;
  }
}
