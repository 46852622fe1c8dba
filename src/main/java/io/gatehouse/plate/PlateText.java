package io.gatehouse.plate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text as somebody typed or read it, taken apart.
 *
 * @param compact upper-case letters and digits alone
 * @param breaks how many of them stand before each separator, without the ends
 * @param lineBreak how many of them stand before the first line break, or -1 without one
 */
record PlateText(String compact, Set<Integer> breaks, int lineBreak) {

  static final int NO_LINE_BREAK = -1;

  private static final char ETH = 'Ð';
  private static final char D_WITH_STROKE = 'Đ';

  PlateText {
    breaks = Set.copyOf(breaks);
  }

  static PlateText of(String text) {
    // Compatibility forms make full-width letters plain, and part letters from their accents, which
    // no plate has. Đ has no such parts and stays.
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
    StringBuilder compact = new StringBuilder();
    Set<Integer> breaks = new TreeSet<>();
    int lineBreak = NO_LINE_BREAK;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        compact.append(c == ETH ? D_WITH_STROKE : c);
      } else if (!isMark(c)) {
        breaks.add(compact.length());
        if (c == '\n' && lineBreak == NO_LINE_BREAK && !compact.isEmpty()) {
          lineBreak = compact.length();
        }
      }
    }
    breaks.remove(0);
    breaks.remove(compact.length());
    return new PlateText(
        compact.toString(), breaks, lineBreak == compact.length() ? NO_LINE_BREAK : lineBreak);
  }

  /** A plate of no known format, on two lines only where a line break was seen. */
  Plate unknownPlate(int lines) {
    boolean split = lines == 2 && lineBreak != NO_LINE_BREAK;
    return new Plate(
        compact,
        PlateKind.UNKNOWN,
        lines,
        compact,
        split ? compact.substring(0, lineBreak) : compact,
        split ? compact.substring(lineBreak) : "");
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
