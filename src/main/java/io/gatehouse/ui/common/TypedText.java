package io.gatehouse.ui.common;

import java.text.Normalizer;
import java.util.Set;

/**
 * A text being typed, with its caret. Immutable.
 *
 * @param text NFC
 * @param caret 0 to the length of the text
 */
public record TypedText(String text, int caret) {

  /** The five tones of Vietnamese, as combining characters. */
  private static final Set<Character> TONES =
      Set.of('\u0301', '\u0300', '\u0309', '\u0303', '\u0323');

  private static final String VOWELS = "aeiouyAEIOUY";

  public TypedText {
    if (caret < 0 || caret > text.length()) {
      throw new IllegalArgumentException("caret %d in \"%s\"".formatted(caret, text));
    }
  }

  public static TypedText of(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return new TypedText(composed, composed.length());
  }

  public TypedText insert(String typed) {
    return new TypedText(
        text.substring(0, caret) + typed + text.substring(caret), caret + typed.length());
  }

  public TypedText backspace() {
    return caret == 0
        ? this
        : new TypedText(text.substring(0, caret - 1) + text.substring(caret), caret - 1);
  }

  public TypedText moved(int steps) {
    return new TypedText(text, Math.clamp(caret + steps, 0, text.length()));
  }

  /**
   * Puts a tone on the last vowel before the caret in the same word, in place of the tone it has;
   * the same tone again takes it off. Without a vowel nothing happens.
   *
   * @param tone a combining character
   */
  public TypedText toned(char tone) {
    for (int at = caret - 1; at >= 0 && Character.isLetter(text.charAt(at)); at--) {
      String letter = Normalizer.normalize(text.substring(at, at + 1), Normalizer.Form.NFD);
      if (VOWELS.indexOf(letter.charAt(0)) >= 0) {
        String changed = withTone(letter, tone);
        return new TypedText(text.substring(0, at) + changed + text.substring(at + 1), caret);
      }
    }
    return this;
  }

  private static String withTone(String decomposed, char tone) {
    StringBuilder letter = new StringBuilder();
    boolean same = false;
    for (int i = 0; i < decomposed.length(); i++) {
      char part = decomposed.charAt(i);
      if (TONES.contains(part)) {
        same |= part == tone;
      } else {
        letter.append(part);
      }
    }
    if (!same) {
      letter.append(tone);
    }
    return Normalizer.normalize(letter, Normalizer.Form.NFC);
  }
}
