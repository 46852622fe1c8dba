package io.gatehouse.plate;

/**
 * A plate as it is compared, stored and shown.
 *
 * @param text compact: upper-case letters (Đ kept) and digits, no separators; the identity of the
 *     plate
 * @param kind what the grammar made of it
 * @param lines 1 or 2 as seen on the metal, 0 when nobody saw it (typed in)
 * @param display with separators, on one line: {@code 29A-123.45}
 * @param upper first line of a two-line plate: {@code 59-P1}; the whole {@code display} of a
 *     one-line plate; where nobody saw the lines, as such a plate usually is: two lines on
 *     motorbikes
 * @param lower second line of a two-line plate: {@code 684.80}; empty for a one-line plate
 */
public record Plate(
    String text, PlateKind kind, int lines, String display, String upper, String lower) {

  /** No plate could be read or typed. */
  public boolean isEmpty() {
    return text.isEmpty();
  }
}
