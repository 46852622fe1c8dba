package io.gatehouse.ui.vehicles;

import io.gatehouse.ui.common.SearchPad;
import io.gatehouse.ui.common.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A field to search with; a tap on it opens the keys at the foot of the card. */
final class PadSearch {

  private final TextField field;
  private final SearchPad pad;
  private final Runnable arrange;

  /**
   * @param card takes the keys
   * @param typed told the text as it changes
   * @param arrange makes room for the keys, or takes it back
   */
  PadSearch(
      TextField field,
      Button clear,
      VBox card,
      Texts texts,
      Consumer<String> typed,
      Runnable arrange) {
    this.field = field;
    this.arrange = arrange;
    this.pad = new SearchPad(texts, this::key, this::close);
    card.getChildren().add(pad);
    field.textProperty().subscribe(typed);
    field.setOnMouseClicked(tap -> open());
    clear.visibleProperty().bind(field.textProperty().isNotEmpty());
    clear.managedProperty().bind(clear.visibleProperty());
    clear.setOnAction(tap -> field.clear());
  }

  boolean isOpen() {
    return pad.isVisible();
  }

  void close() {
    pad.setVisible(false);
    arrange.run();
  }

  /** Shows the text that is searched for, wherever it came from. */
  void show(String text) {
    if (!field.getText().equals(text)) {
      field.setText(text);
    }
  }

  /** A letter or digit goes into the search, wherever the focus is. */
  void typed(KeyEvent event) {
    String typed = event.getCharacter();
    boolean counts =
        !field.isFocused()
            && typed.length() == 1
            && Character.isLetterOrDigit(typed.charAt(0))
            && !event.isControlDown()
            && !event.isAltDown();
    if (counts) {
      field.setText(field.getText() + typed);
      event.consume();
    }
  }

  private void open() {
    pad.setVisible(true);
    arrange.run();
  }

  private void key(String key) {
    String text = field.getText();
    if (!key.isEmpty()) {
      field.setText(text + key);
    } else if (!text.isEmpty()) {
      field.setText(text.substring(0, text.length() - 1));
    }
    field.end();
  }
}
