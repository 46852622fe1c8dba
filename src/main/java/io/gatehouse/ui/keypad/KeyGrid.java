package io.gatehouse.ui.keypad;

import io.gatehouse.ui.common.EvenGrid;
import io.gatehouse.ui.common.ScreenLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;

/**
 * The keys: digits first, letters as on a keyboard, Đ at the end of its row. Lying, the keys that
 * edit stand at the right, so that four rows suffice; upright they have a row of their own.
 */
final class KeyGrid extends GridPane {

  private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
  private static final PseudoClass SUGGESTED = PseudoClass.getPseudoClass("suggested");
  private static final String[] ROWS = {"1234567890", "QWERTYUIOP", "ASDFGHJKLĐ", "ZXCVBNM"};
  private static final int LYING_COLUMNS = 12;
  private static final int UPRIGHT_COLUMNS = 10;

  private final Map<Character, Button> keys = new HashMap<>();

  /** The keys that are no characters. */
  record Editing(Button delete, Button left, Button right, Button cancel, Button done) {}

  private final Editing editing;

  KeyGrid(Consumer<Character> typed, Editing editing) {
    this.editing = editing;
    getStyleClass().add("keys");
    for (String row : ROWS) {
      for (int i = 0; i < row.length(); i++) {
        char character = row.charAt(i);
        Button key = new Button(String.valueOf(character));
        key.getStyleClass().add("key");
        key.setFocusTraversable(false);
        key.setOnAction(tap -> typed.accept(character));
        keys.put(character, key);
      }
    }
    for (Button key : keys.values()) {
      fill(key);
    }
    fill(editing.delete());
    fill(editing.left());
    fill(editing.right());
    fill(editing.cancel());
    fill(editing.done());
  }

  /** Dims what cannot come here and lifts what the machine holds possible; locks nothing. */
  void show(Set<Character> expected, Set<Character> suggested) {
    keys.forEach((character, key) -> {
      boolean lifted = suggested.contains(character);
      key.pseudoClassStateChanged(SUGGESTED, lifted);
      key.pseudoClassStateChanged(
          DIM, !lifted && !expected.isEmpty() && !expected.contains(character));
    });
  }

  void arrange(ScreenLayout layout) {
    getChildren().clear();
    boolean upright = layout == ScreenLayout.PORTRAIT;
    EvenGrid.divide(
        this, upright ? UPRIGHT_COLUMNS : LYING_COLUMNS, upright ? ROWS.length + 1 : ROWS.length);
    for (int row = 0; row < ROWS.length; row++) {
      for (int column = 0; column < ROWS[row].length(); column++) {
        add(keys.get(ROWS[row].charAt(column)), column, row);
      }
    }
    if (upright) {
      add(editing.done(), 7, 3, 3, 1);
      add(editing.delete(), 0, 4, 3, 1);
      add(editing.left(), 3, 4, 2, 1);
      add(editing.right(), 5, 4, 2, 1);
      add(editing.cancel(), 7, 4, 3, 1);
    } else {
      add(editing.delete(), 10, 0, 2, 1);
      add(editing.left(), 10, 1);
      add(editing.right(), 11, 1);
      add(editing.cancel(), 10, 2, 2, 1);
      add(editing.done(), 7, 3, 5, 1);
    }
  }

  private static void fill(Button key) {
    key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
  }
}
