package io.gatehouse.ui.common;

import io.gatehouse.plate.PlateAlphabet;
import io.gatehouse.settings.Settings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * What every screen is built with.
 *
 * @param context what the kiosk was given from outside
 * @param texts words in the language chosen
 * @param formats times and numbers
 * @param loader loads views
 * @param navigator swaps screens
 * @param work does what may block
 * @param alphabet plates are drawn with it
 * @param tones say that a vehicle waits or something is wrong
 * @param lane the lane's state, on the screen's thread
 * @param settings as they are now; setting them applies language and theme at once
 * @param permission asks whether something may be done
 * @param duty who is on duty
 * @param layout the shape of the window
 */
public record ScreenTools(
    UiContext context,
    Texts texts,
    Formats formats,
    ScreenLoader loader,
    Navigator navigator,
    BackgroundWork work,
    PlateAlphabet alphabet,
    Tones tones,
    LaneWatch lane,
    ObjectProperty<Settings> settings,
    Permission permission,
    Duty duty,
    ObservableValue<ScreenLayout> layout) {

  /**
   * Escape leads back from every screen that has nothing of its own to close.
   *
   * @return whether the key was Escape and is used up
   */
  public boolean leaveOnEscape(KeyEvent event) {
    if (event.getEventType() != KeyEvent.KEY_PRESSED || event.getCode() != KeyCode.ESCAPE) {
      return false;
    }
    event.consume();
    navigator.back();
    return true;
  }
}
