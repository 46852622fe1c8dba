package io.gatehouse.plate;

import java.util.List;
import java.util.Set;

/** What a country's plates look like. Plain rules, no state. */
public interface PlateGrammar {

  /**
   * Makes a plate of a text. Never refuses: a text of no known format comes back with {@link
   * PlateKind#UNKNOWN}.
   *
   * @param text in any case, with or without separators; a separator or a line break tells where
   *     the series ends, which settles some texts that fit two kinds: {@code "30A\n12345"} is a
   *     car, {@code "30A1\n2345"} a motorbike
   * @param lines 1 or 2 as seen on the metal, 0 when not known; settles the other texts that fit
   *     two kinds
   */
  Plate parse(String text, int lines);

  /**
   * Corrects a reading by position, and only where the grammar forces it: the text as read fits no
   * format, a swap of characters that look alike makes it fit, and the reader was not sure of them.
   * Beyond that the characters only follow the plate's {@code text} in order and spelling: Đ where
   * a D stands for it.
   *
   * @return one for each character of {@link Plate#text()}; the same list when nothing was to
   *     correct
   */
  List<ReadCharacter> correct(List<ReadCharacter> characters, int lines);

  /**
   * The characters that may stand at {@code position} when the others stay as they are; for the
   * keypad, which dims the rest and locks nothing.
   *
   * @param text compact text as typed so far
   * @param position 0 to {@code text.length()}, where nothing stands yet
   * @return empty where no character can come; everything once the text fits no format
   */
  Set<Character> expectedAt(String text, int position);

  /**
   * Where the plate was issued, in Vietnamese ({@code TP. Hồ Chí Minh}), or empty when the text
   * does not say.
   */
  String origin(Plate plate);
}
