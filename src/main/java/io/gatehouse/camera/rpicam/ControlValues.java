package io.gatehouse.camera.rpicam;

import java.util.Optional;

/** The values of libcamera's controls as its text output writes them. */
final class ControlValues {

  private static final String OPEN = "[ ";
  private static final String CLOSE = " ]";
  private static final String COMMA = ", ";

  private ControlValues() {}

  /** Takes the items of an array one by one. */
  private interface Items {
    void take(int index, String item);
  }

  /** {@code [ 0.5, nan ]} as floats; empty when it is no array of numbers. */
  static Optional<float[]> floats(String text) {
    float[] values = new float[count(text)];
    return read(text, (index, item) -> values[index] = number(item))
        ? Optional.of(values)
        : Optional.empty();
  }

  /** {@code [ 1, 255 ]} as bytes; empty when it is no array of bytes. */
  static Optional<byte[]> bytes(String text) {
    byte[] values = new byte[count(text)];
    return read(text, (index, item) -> values[index] = eightBits(item))
        ? Optional.of(values)
        : Optional.empty();
  }

  /** A positive whole number of up to 18 digits; empty when it is something else. */
  static Optional<Long> count64(String text) {
    boolean digits =
        !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(Character::isDigit);
    return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private static byte eightBits(String item) {
    int value = Integer.parseInt(item);
    if (value < 0 || value > 255) {
      throw new NumberFormatException(item);
    }
    return (byte) value;
  }

  /** C writes {@code nan}, {@code -nan} and {@code inf} where Java writes words of its own. */
  private static float number(String item) {
    if (item.endsWith("nan")) {
      return Float.NaN;
    }
    if (item.endsWith("inf")) {
      return item.startsWith("-") ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
    }
    return Float.parseFloat(item);
  }

  private static int count(String text) {
    int count = 1;
    for (int at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) {
      count++;
    }
    return count;
  }

  private static boolean read(String text, Items items) {
    int end = text.length() - CLOSE.length();
    if (!text.startsWith(OPEN) || !text.endsWith(CLOSE) || end <= OPEN.length()) {
      return false;
    }
    int from = OPEN.length();
    int index = 0;
    try {
      for (int comma = text.indexOf(COMMA, from); comma >= 0; comma = text.indexOf(COMMA, from)) {
        items.take(index++, text.substring(from, comma));
        from = comma + COMMA.length();
      }
      items.take(index, text.substring(from, Math.max(from, end)));
    } catch (NumberFormatException _) {
      return false;
    }
    return true;
  }
}
