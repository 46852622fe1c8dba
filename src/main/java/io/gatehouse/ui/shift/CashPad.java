package io.gatehouse.ui.shift;

import io.gatehouse.parking.shift.Banknote;
import io.gatehouse.ui.common.EvenGrid;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TilesPane;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Fills a screen with the notes to count, and the keys for how many of the one chosen. */
final class CashPad {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass COUNTED = PseudoClass.getPseudoClass("counted");
  private static final int COLUMNS = 3;
  private static final int ROWS = 4;

  private final CashCounting counting;
  private final ScreenTools tools;
  private final TilesPane notes;

  CashPad(CashCounting counting, ScreenTools tools, TilesPane notes, GridPane keys) {
    this.counting = counting;
    this.tools = tools;
    this.notes = notes;
    layKeys(keys);
    counting.countProperty().subscribe(count -> layNotes());
    counting.chosenProperty().subscribe(note -> layNotes());
    tools.texts().languageProperty().subscribe(language -> layNotes());
  }

  /** Digits, backspace, and the arrow or tab to the next kind. */
  void key(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_TYPED
        && event.getCharacter().length() == 1
        && "0123456789".contains(event.getCharacter())) {
      counting.type(event.getCharacter().charAt(0) - '0');
      event.consume();
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      pressed(event);
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.BACK_SPACE) {
      counting.erase();
      event.consume();
    } else if (event.getCode() == KeyCode.TAB || event.getCode() == KeyCode.DOWN) {
      counting.next();
      event.consume();
    }
  }

  private void layNotes() {
    notes.getChildren().setAll(CashCounting.notes().stream().map(this::tile).toList());
  }

  private Button tile(Banknote note) {
    int many = counting.count().of(note);
    String value = tools.formats().number(note.dong());
    Button tile = new Button(value + "\n× " + tools.formats().number(many));
    tile.setId("note-" + note.dong());
    tile.getStyleClass().add("note");
    tile.pseudoClassStateChanged(CHOSEN, note == counting.chosenProperty().get());
    tile.pseudoClassStateChanged(COUNTED, many > 0);
    tile.setOnAction(tap -> counting.choose(note));
    return tile;
  }

  private void layKeys(GridPane keys) {
    EvenGrid.divide(keys, COLUMNS, ROWS);
    for (int i = 0; i < 9; i++) {
      int digit = i + 1;
      int row = i / COLUMNS;
      keys.add(key(String.valueOf(digit), () -> counting.type(digit)), i % COLUMNS, row);
    }
    Button erase = key("", counting::erase);
    erase.setGraphic(new FontIcon("mdi2b-backspace-outline"));
    erase.accessibleTextProperty().bind(tools.texts().bound("keypad.delete"));
    Button next = key("", counting::next);
    next.setGraphic(new FontIcon("mdi2a-arrow-right"));
    next.accessibleTextProperty().bind(tools.texts().bound("handover.next"));
    keys.add(erase, 0, 3);
    keys.add(key("0", () -> counting.type(0)), 1, 3);
    keys.add(next, 2, 3);
  }

  private static Button key(String text, Runnable action) {
    Button key = new Button(text);
    key.getStyleClass().add("key");
    key.setFocusTraversable(false);
    key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    key.setOnAction(tap -> action.run());
    return key;
  }
}
