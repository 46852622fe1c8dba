package io.gatehouse.ui.common;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One text being changed, over the whole screen, with keys under it. A keyboard works as well. */
public final class TextEditorView extends VBox {

  private final Label title = new Label();
  private final TextField field = new TextField();
  private final Label check = new Label();
  private Function<String, Optional<String>> problem = text -> Optional.empty();
  private Consumer<String> onDone = text -> {};

  public TextEditorView(Texts texts) {
    getStyleClass().addAll("card", "text-editor");
    title.getStyleClass().add("muted");
    field.setId("editor-field");
    check.getStyleClass().add("check");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region room = new Region();
    VBox.setVgrow(room, Priority.ALWAYS);
    HBox head = new HBox(title, check);
    head.getStyleClass().add("editor-head");
    getChildren()
        .addAll(head, field, room, new TouchKeyboard(texts, this::edit, this::close, this::done));
    managedProperty().bind(visibleProperty());
    field.textProperty().subscribe(text -> showProblem());
    setVisible(false);
  }

  /**
   * Opens.
   *
   * @param whatIsWrong with a text, in words; empty when it may be taken
   * @param taken given the text when the guard is done and nothing is wrong
   */
  public void open(
      String name,
      String text,
      Function<String, Optional<String>> whatIsWrong,
      Consumer<String> taken) {
    problem = whatIsWrong;
    onDone = taken;
    title.setText(name);
    field.setText(text);
    showProblem();
    setVisible(true);
    field.requestFocus();
    field.end();
  }

  public void close() {
    setVisible(false);
  }

  public void key(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ENTER) {
      done();
      event.consume();
    }
  }

  private void done() {
    if (problem.apply(field.getText()).isEmpty()) {
      close();
      onDone.accept(field.getText().strip());
    }
  }

  private void edit(UnaryOperator<TypedText> change) {
    TypedText changed = change.apply(new TypedText(field.getText(), field.getCaretPosition()));
    field.setText(changed.text());
    field.positionCaret(changed.caret());
  }

  private void showProblem() {
    check.setText(problem.apply(field.getText()).orElse(""));
  }
}
