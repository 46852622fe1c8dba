package io.gatehouse.support;

import io.gatehouse.ui.KioskShell;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;

/** What a finger does in a kiosk's window, and what an eye reads there. On JavaFX's thread. */
public final class ShellTaps {

  private ShellTaps() {}

  /** Skins are made when a scene is drawn. */
  public static void tap(KioskShell shell, String selector) {
    shell.root().getScene().snapshot(null);
    ((ButtonBase) shell.root().lookup(selector)).fire();
  }

  public static void type(KioskShell shell, String text) {
    ((TextField) shell.root().lookup("#editor-field")).setText(text);
    tap(shell, ".touch-keyboard .done");
  }

  public static void digits(KioskShell shell, String digits) {
    shell.root().getScene().snapshot(null);
    for (int i = 0; i < digits.length(); i++) {
      String digit = digits.substring(i, i + 1);
      for (Node key : shell.root().lookupAll(".pin-pad .key")) {
        if (digit.equals(((ButtonBase) key).getText())) {
          ((ButtonBase) key).fire();
          break;
        }
      }
    }
  }

  /** The title of the set-up's step. */
  public static String title(KioskShell shell) {
    return ((Label) shell.root().lookup("#setup-title")).getText();
  }

  /** All that can be read in the window. */
  public static List<String> words(KioskShell shell) {
    shell.root().getScene().snapshot(null);
    return shell.root().lookupAll(".label, .button").stream()
        .filter(Labeled.class::isInstance)
        .map(node -> ((Labeled) node).getText())
        .toList();
  }

  public static boolean has(KioskShell shell, String selector) {
    shell.root().getScene().snapshot(null);
    return shell.root().lookup(selector) != null;
  }
}
