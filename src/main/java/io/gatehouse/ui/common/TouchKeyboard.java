package io.gatehouse.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Letters, digits, the signs of addresses, and Vietnamese: the letters with marks of their own as
 * keys, the five tones as keys that go on the last vowel.
 */
public final class TouchKeyboard extends GridPane {

  private static final int COLUMNS = 11;
  private static final List<String> FIRST_ROWS =
      List.of("1234567890-", "ăâêôơư\u0301\u0300\u0309\u0303\u0323", ":/.@_?=&%#+");
  private static final List<String> FIRST_ROW_NAMES = List.of("123", "ăâ´", ":/@");
  private static final List<String> LETTERS = List.of("qwertyuiop", "asdfghjklđ", "zxcvbnm,.");
  private static final char FIRST_TONE = '\u0300';
  private static final char LAST_TONE = '\u036f';

  private final Consumer<UnaryOperator<TypedText>> edit;
  private final ToggleButton shift = new ToggleButton();
  private int firstRow;

  /**
   * Keys for a text.
   *
   * @param edit applies a change to the text
   */
  public TouchKeyboard(
      Texts texts, Consumer<UnaryOperator<TypedText>> edit, Runnable onCancel, Runnable onDone) {
    this.edit = edit;
    getStyleClass().add("touch-keyboard");
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      column.setHgrow(Priority.ALWAYS);
      getColumnConstraints().add(column);
    }
    shift.setGraphic(new FontIcon("mdi2a-apple-keyboard-shift"));
    shift.setOnAction(tap -> layKeys());
    cancel = worded(texts, "settings.key.cancel", onCancel);
    done = worded(texts, "settings.key.done", onDone);
    done.getStyleClass().add("done");
    layKeys();
  }

  private final Button cancel;
  private final Button done;

  private void layKeys() {
    getChildren().clear();
    lay(FIRST_ROWS.get(firstRow), 0);
    for (int row = 0; row < LETTERS.size(); row++) {
      lay(LETTERS.get(row), row + 1);
    }
    put(icon("mdi2b-backspace-outline", () -> edit.accept(TypedText::backspace)), 10, 1, 1);
    put(shift, 10, 2, 1);
    put(key(FIRST_ROW_NAMES.get((firstRow + 1) % FIRST_ROWS.size()), this::turn), 9, 3, 2);
    put(cancel, 0, 4, 2);
    put(icon("mdi2a-arrow-left", () -> edit.accept(text -> text.moved(-1))), 2, 4, 1);
    put(key(" ", () -> edit.accept(text -> text.insert(" "))), 3, 4, 4);
    put(icon("mdi2a-arrow-right", () -> edit.accept(text -> text.moved(1))), 7, 4, 1);
    put(done, 8, 4, 3);
  }

  private void turn() {
    firstRow = (firstRow + 1) % FIRST_ROWS.size();
    layKeys();
  }

  private void lay(String keys, int row) {
    for (int column = 0; column < keys.length(); column++) {
      char key = keys.charAt(column);
      put(key >= FIRST_TONE && key <= LAST_TONE ? toneKey(key) : letterKey(key), column, row, 1);
    }
  }

  private Button toneKey(char tone) {
    return key("a" + tone, () -> edit.accept(text -> text.toned(tone)));
  }

  private Button letterKey(char letter) {
    String typed =
        shift.isSelected()
            ? String.valueOf(letter).toUpperCase(Locale.ROOT)
            : String.valueOf(letter);
    return key(
        typed,
        () -> {
          edit.accept(text -> text.insert(typed));
          if (shift.isSelected() && Character.isLetter(letter)) {
            shift.setSelected(false);
            layKeys();
          }
        });
  }

  private void put(Node key, int column, int row, int span) {
    add(key, column, row, span, 1);
    if (key instanceof javafx.scene.control.ButtonBase button) {
      button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      button.setMinWidth(0);
      button.setFocusTraversable(false);
    }
  }

  private static Button key(String text, Runnable action) {
    Button button = new Button(text);
    button.setOnAction(tap -> action.run());
    return button;
  }

  private static Button icon(String literal, Runnable action) {
    Button button = key("", action);
    button.setGraphic(new FontIcon(literal));
    return button;
  }

  private static Button worded(Texts texts, String key, Runnable action) {
    Button button = key("", action);
    button.textProperty().bind(texts.bound(key));
    return button;
  }
}
