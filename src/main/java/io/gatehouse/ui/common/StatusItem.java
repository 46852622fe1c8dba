package io.gatehouse.ui.common;

/**
 * One thing on the status bar.
 *
 * @param level how it is
 * @param text in full, for wide displays
 * @param brief the same in a few characters, for small ones
 * @param title heading of the explanation
 * @param meaning what it means
 * @param remedy what to do; empty when there is nothing to do
 */
public record StatusItem(
    Level level, String text, String brief, String title, String meaning, String remedy) {

  public enum Level {
    GOOD,
    NEUTRAL,
    WARNING,
    BAD
  }
}
