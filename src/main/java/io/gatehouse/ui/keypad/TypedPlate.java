package io.gatehouse.ui.keypad;

/**
 * A plate being typed: compact text, and the place where the next character goes. Immutable.
 *
 * @param text compact
 * @param caret 0 to the text's length
 * @param replacing whether the next character takes the place of the one at the caret; else it goes
 *     before it
 */
public record TypedPlate(String text, int caret, boolean replacing) {

  /** No plate anywhere is longer. */
  public static final int LONGEST = 12;

  public TypedPlate {
    if (caret < 0 || caret > text.length() || (replacing && caret == text.length())) {
      throw new IllegalArgumentException("no place %d in '%s'".formatted(caret, text));
    }
  }

  /** A text with the caret behind it. */
  public static TypedPlate of(String text) {
    return new TypedPlate(text, text.length(), false);
  }

  public TypedPlate type(char character) {
    if (replacing) {
      String typed = text.substring(0, caret) + character + text.substring(caret + 1);
      return new TypedPlate(typed, caret + 1, false);
    }
    if (text.length() >= LONGEST) {
      return this;
    }
    String typed = text.substring(0, caret) + character + text.substring(caret);
    return new TypedPlate(typed, caret + 1, false);
  }

  /** Takes the marked character away, or the one before the caret. */
  public TypedPlate delete() {
    if (replacing) {
      return new TypedPlate(text.substring(0, caret) + text.substring(caret + 1), caret, false);
    }
    if (caret == 0) {
      return this;
    }
    String left = text.substring(0, caret - 1) + text.substring(caret);
    return new TypedPlate(left, caret - 1, false);
  }

  /** Marks a character to be replaced by the next one typed. */
  public TypedPlate select(int position) {
    return position < text.length()
        ? new TypedPlate(text, position, true)
        : new TypedPlate(text, text.length(), false);
  }

  public TypedPlate left() {
    return new TypedPlate(text, replacing ? caret : Math.max(0, caret - 1), false);
  }

  public TypedPlate right() {
    return new TypedPlate(text, Math.min(text.length(), caret + 1), false);
  }

  public TypedPlate start() {
    return new TypedPlate(text, 0, false);
  }

  public TypedPlate end() {
    return of(text);
  }
}
