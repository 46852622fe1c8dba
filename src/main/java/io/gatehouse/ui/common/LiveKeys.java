package io.gatehouse.ui.common;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/**
 * Makes the {@code %keys} of an FXML file follow the language: while loading each stands for itself
 * with a mark in front, and afterwards each marked text is bound to its key.
 */
final class LiveKeys extends ResourceBundle {

  private static final char MARK = '\u0001';

  @Override
  protected Object handleGetObject(String key) {
    return MARK + key;
  }

  @Override
  public boolean containsKey(String key) {
    return true;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.emptyEnumeration();
  }

  /** Binds every marked text in the tree. */
  static void bind(Node node, Texts texts) {
    switch (node) {
      case Labeled labeled ->
          ifMarked(labeled.getText(), key -> labeled.textProperty().bind(texts.bound(key)));
      case Text text -> ifMarked(text.getText(), key -> text.textProperty().bind(texts.bound(key)));
      case TextInputControl input ->
          ifMarked(input.getPromptText(), key -> input.promptTextProperty().bind(texts.bound(key)));
      default -> {}
    }
    ifMarked(node.getAccessibleText(), key -> node.accessibleTextProperty().bind(texts.bound(key)));
    if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
      bind(scroll.getContent(), texts);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> bind(child, texts));
    }
  }

  private static void ifMarked(String text, Consumer<String> bindKey) {
    if (text != null && !text.isEmpty() && text.charAt(0) == MARK) {
      bindKey.accept(text.substring(1));
    }
  }
}
