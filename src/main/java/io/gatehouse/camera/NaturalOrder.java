package io.gatehouse.camera;

import java.util.Comparator;

/** Names as people count them: {@code car2} before {@code car10}, capitals like small letters. */
final class NaturalOrder implements Comparator<String> {

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int order;
      if (digit(a, i) && digit(b, j)) {
        int endA = endOfDigits(a, i);
        int endB = endOfDigits(b, j);
        order = compareNumbers(a.substring(i, endA), b.substring(j, endB));
        i = endA;
        j = endB;
      } else {
        order =
            Character.compare(
                Character.toLowerCase(a.charAt(i)), Character.toLowerCase(b.charAt(j)));
        i++;
        j++;
      }
      if (order != 0) {
        return order;
      }
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static int compareNumbers(String a, String b) {
    String x = a.replaceFirst("^0+(?=.)", "");
    String y = b.replaceFirst("^0+(?=.)", "");
    int byLength = Integer.compare(x.length(), y.length());
    return byLength != 0 ? byLength : x.compareTo(y);
  }

  private static boolean digit(String text, int at) {
    char c = text.charAt(at);
    return c >= '0' && c <= '9';
  }

  private static int endOfDigits(String text, int at) {
    int end = at;
    while (end < text.length() && digit(text, end)) {
      end++;
    }
    return end;
  }
}
