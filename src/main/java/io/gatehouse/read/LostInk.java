package io.gatehouse.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a character would have ink if it were another one: a burnt 8 is a 3 that lacks its left
 * strokes. Cells of a character's box, two beside each other and three below each other.
 */
final class LostInk {

  static final int COLUMNS = 2;
  static final int ROWS = 3;

  /**
   * A sixth of a character's box.
   *
   * @param column 0 for the left half
   * @param row 0 for the upper third
   */
  record Cell(int column, int row) {}

  // by rows from above, left and right: x where ink may be lost
  private static final Map<Character, List<Cell>> CELLS =
      Map.ofEntries(
          cells('0', "..", "xx", ".."), // 8
          cells('1', "x.", "x.", ".."), // 7, 4
          cells('3', "x.", "x.", "x."), // 8, 9
          cells('5', ".x", "..", "x."), // 6, 9, 8
          cells('6', ".x", "..", ".."), // 8
          cells('7', "x.", "x.", ".."), // 9
          cells('9', "..", "..", "x."), // 8
          cells('C', ".x", ".x", ".x"), // G, D
          cells('F', "..", ".x", ".x"), // E, P
          cells('L', ".x", ".x", ".."), // E, U
          cells('P', "..", "..", ".x"), // R, B
          cells('V', "xx", "..", "..")); // Y

  private LostInk() {}

  /** None for a character that others do not turn into. */
  static List<Cell> cells(char character) {
    return CELLS.getOrDefault(character, List.of());
  }

  private static Map.Entry<Character, List<Cell>> cells(char character, String... rows) {
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        if (rows[row].charAt(column) == 'x') {
          cells.add(new Cell(column, row));
        }
      }
    }
    return Map.entry(character, List.copyOf(cells));
  }
}
