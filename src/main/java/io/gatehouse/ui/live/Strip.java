package io.gatehouse.ui.live;

/**
 * A message over the lane's picture that blocks nothing.
 *
 * @param tone how it looks
 * @param title one short line
 * @param text what to do; may be empty
 * @param dismissable whether the guard can take it down
 */
public record Strip(Tone tone, String title, String text, boolean dismissable) {

  public enum Tone {
    GOOD,
    NEUTRAL,
    WARNING,
    BAD
  }
}
