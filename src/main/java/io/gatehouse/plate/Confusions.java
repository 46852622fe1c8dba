package io.gatehouse.plate;

import java.util.List;
import java.util.Map;

/**
 * Which characters of a plate are taken for which others, by people and by readers. Weights are
 * between 0 and 1 and rank the candidates of one character; they are no measured frequencies.
 */
public final class Confusions {

  private static final float STRONG = 0.8f;
  private static final float WEAK = 0.4f;

  private static final Map<Character, Candidate> DIGIT_OF_LETTER =
      Map.ofEntries(
          digit('O', '0', STRONG),
          digit('Q', '0', STRONG),
          digit('D', '0', STRONG),
          digit('Đ', '0', WEAK),
          digit('I', '1', STRONG),
          digit('J', '1', STRONG),
          digit('L', '1', STRONG),
          digit('Z', '2', STRONG),
          digit('A', '4', STRONG),
          digit('S', '5', STRONG),
          digit('G', '6', STRONG),
          digit('T', '7', STRONG),
          digit('B', '8', STRONG));

  // 0 is a D and never an O: no Vietnamese plate has an O.
  private static final Map<Character, List<Candidate>> LETTERS_OF_DIGIT =
      Map.of(
          '0', letters("D"),
          '1', List.of(new Candidate('L', WEAK), new Candidate('T', WEAK / 2)),
          '2', letters("Z"),
          '3', letters("B"),
          '4', letters("A"),
          '5', letters("S"),
          '6', letters("G"),
          '7', letters("T"),
          '8', letters("B"));

  private Confusions() {}

  private static Map.Entry<Character, Candidate> digit(char letter, char digit, float weight) {
    return Map.entry(letter, new Candidate(digit, weight));
  }

  private static List<Candidate> letters(String letters) {
    return letters.chars().mapToObj(c -> new Candidate((char) c, STRONG)).toList();
  }

  /**
   * What a character may be where a plate holds the other class: the digits for a letter, the
   * letters for a digit. Best first, with the weight as confidence; empty for characters that look
   * like nothing else.
   */
  public static List<Candidate> of(char character) {
    Candidate digit = DIGIT_OF_LETTER.get(character);
    return digit != null ? List.of(digit) : LETTERS_OF_DIGIT.getOrDefault(character, List.of());
  }

  /**
   * Folds characters that look alike onto one, for searching: O D Đ Q to 0, I J L to 1, Z to 2, A
   * to 4, S to 5, G to 6, T to 7, B to 8. Two texts that differ only so fold to the same text; the
   * length stays.
   */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      Candidate digit = DIGIT_OF_LETTER.get(text.charAt(i));
      folded.append(digit != null ? digit.value() : text.charAt(i));
    }
    return folded.toString();
  }
}
