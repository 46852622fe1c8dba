package io.gatehouse.ui.people;

import io.gatehouse.ui.common.EvenGrid;
import io.gatehouse.ui.common.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Ten digits, as on a telephone, and a dot for each that was typed. */
final class PinPad extends VBox {

  private static final PseudoClass TYPED = PseudoClass.getPseudoClass("typed");
  private static final int DOTS = 6;
  private static final int COLUMNS = 3;
  private static final int ROWS = 4;

  private final PinEntryViewModel entry;
  private final Runnable onEnter;
  private final GridPane keys = new GridPane();
  private final Button enter = new Button();

  PinPad(PinEntryViewModel entry, Texts texts, Runnable onEnter) {
    this.entry = entry;
    this.onEnter = onEnter;
    getStyleClass().add("pin-pad");
    HBox dots = new HBox();
    dots.getStyleClass().add("pin-dots");
    entry.typedProperty().subscribe(typed -> showDots(dots, typed.intValue()));
    Label message = new Label();
    message.getStyleClass().add("pin-message");
    message.setWrapText(true);
    message.textProperty().bind(entry.messageProperty());
    keys.getStyleClass().add("keys");
    EvenGrid.divide(keys, COLUMNS, ROWS);
    for (int i = 0; i < 9; i++) {
      keys.add(digit((char) ('1' + i)), i % COLUMNS, i / COLUMNS);
    }
    Button erase = key("", entry::erase);
    erase.setGraphic(new FontIcon("mdi2b-backspace-outline"));
    erase.accessibleTextProperty().bind(texts.bound("keypad.delete"));
    keys.add(erase, 0, 3);
    keys.add(digit('0'), 1, 3);
    enter.setGraphic(new FontIcon("mdi2c-check-bold"));
    enter.accessibleTextProperty().bind(texts.bound("keypad.done"));
    enter.getStyleClass().addAll("go", "pin-enter");
    enter.setId("pin-enter");
    enter.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    enter.setOnAction(tap -> onEnter.run());
    enter.disableProperty().bind(entry.busyProperty().or(entry.typedProperty().isEqualTo(0)));
    keys.add(enter, 2, 3);
    VBox.setVgrow(keys, Priority.ALWAYS);
    getChildren().addAll(dots, message, keys);
  }

  /** Digits, backspace and Enter of a keyboard work as well. */
  void key(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ENTER) {
      onEnter.run();
      event.consume();
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED
        && event.getCode() == KeyCode.BACK_SPACE) {
      entry.erase();
      event.consume();
    } else if (event.getEventType() == KeyEvent.KEY_TYPED
        && event.getCharacter().length() == 1
        && "0123456789".contains(event.getCharacter())) {
      entry.type(event.getCharacter().charAt(0));
      event.consume();
    }
  }

  private Button digit(char digit) {
    return key(String.valueOf(digit), () -> entry.type(digit));
  }

  private static Button key(String text, Runnable action) {
    Button key = new Button(text);
    key.getStyleClass().add("key");
    key.setFocusTraversable(false);
    key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    key.setOnAction(tap -> action.run());
    return key;
  }

  private static void showDots(HBox dots, int typed) {
    dots.getChildren().clear();
    for (int i = 0; i < Math.max(DOTS, typed); i++) {
      Region dot = new Region();
      dot.getStyleClass().add("pin-dot");
      dot.pseudoClassStateChanged(TYPED, i < typed);
      dots.getChildren().add(dot);
    }
  }
}
