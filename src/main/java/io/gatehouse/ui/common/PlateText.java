package io.gatehouse.ui.common;

/** Where the characters of a plate's compact text stand in its display with separators. */
public final class PlateText {

  private PlateText() {}

  /** Whether a character of a display is one of the plate's own and no separator. */
  public static boolean counts(char c) {
    return Character.isLetterOrDigit(c);
  }

  /**
   * The place in {@code display} of the compact text's character {@code position}; the display's
   * length for the place after the last.
   */
  public static int inDisplay(String display, int position) {
    int passed = 0;
    for (int i = 0; i < display.length(); i++) {
      if (counts(display.charAt(i))) {
        if (passed == position) {
          return i;
        }
        passed++;
      }
    }
    return display.length();
  }

  /** How many characters of the plate's own a part of a display has. */
  public static int count(String part) {
    return (int) part.chars().filter(c -> counts((char) c)).count();
  }
}
