package io.gatehouse.ui.common;

import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

/** One screen of the kiosk: what fills the window under the status bar. */
public interface Screen {

  Parent root();

  /** It came into view; start what costs something only while seen. */
  default void shown() {}

  /** It went out of view; stop what {@link #shown()} started. */
  default void hidden() {}

  /**
   * A key was pressed or typed while this screen is in view, before the focused control sees it.
   * Consume the event to keep it from the control.
   */
  default void key(KeyEvent event) {}
}
