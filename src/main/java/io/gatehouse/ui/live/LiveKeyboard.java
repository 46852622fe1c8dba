package io.gatehouse.ui.live;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** The lane by keyboard. Hints are shown once a key was used. */
final class LiveKeyboard {

  private final LiveViewModel model;
  private final ReadOnlyBooleanWrapper used = new ReadOnlyBooleanWrapper();

  LiveKeyboard(LiveViewModel model) {
    this.model = model;
  }

  ReadOnlyBooleanProperty usedProperty() {
    return used.getReadOnlyProperty();
  }

  void key(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    boolean done =
        event.getEventType() == KeyEvent.KEY_PRESSED
            ? pressed(event)
            : event.getEventType() == KeyEvent.KEY_TYPED && typed(event.getCharacter());
    if (done) {
      used.set(true);
      event.consume();
    }
  }

  private boolean pressed(KeyEvent event) {
    Runnable action =
        switch (event.getCode()) {
          // a control that was reached by keyboard takes Enter itself
          case ENTER -> reachedByKeyboard(event) ? null : model::confirm;
          case F2 -> model::correct;
          case F4 -> model::enterByHand;
          case F8 -> model::reject;
          case F9 -> model::openBarrier;
          case ESCAPE -> model::undo;
          case PAGE_DOWN -> model::workOnNext;
          default -> null;
        };
    if (action != null) {
      action.run();
    }
    return action != null;
  }

  private boolean typed(String text) {
    if (text.length() != 1 || !Character.isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    model.type(Character.toUpperCase(text.charAt(0)));
    return true;
  }

  private static boolean reachedByKeyboard(KeyEvent event) {
    return event.getTarget() instanceof Node node && node.isFocusVisible();
  }
}
