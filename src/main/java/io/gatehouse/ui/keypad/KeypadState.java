package io.gatehouse.ui.keypad;

import java.util.List;
import java.util.Set;

/**
 * What the keypad shows.
 *
 * @param cells the plate with separators, character by character
 * @param caretCell the cell that the caret stands before; the number of cells for behind the last
 * @param expected the characters that may come here; empty when there is no rule
 * @param suggested what the machine holds possible at the marked place, besides what stands there
 * @param known whether the text has a known format
 * @param verdict what the text is, in words; empty for no text
 * @param machine what the machine read, in words; empty when it read nothing
 * @param complete whether there is anything to be done with
 */
public record KeypadState(
    List<Cell> cells,
    int caretCell,
    Set<Character> expected,
    Set<Character> suggested,
    boolean known,
    String verdict,
    String machine,
    boolean complete) {

  public KeypadState {
    cells = List.copyOf(cells);
    expected = Set.copyOf(expected);
    suggested = Set.copyOf(suggested);
  }

  /**
   * One character as shown.
   *
   * @param character itself
   * @param position in the compact text, or {@link #SEPARATOR}
   * @param doubtful whether the machine was not sure of it and it is unchanged
   * @param marked whether the next key replaces it
   */
  public record Cell(char character, int position, boolean doubtful, boolean marked) {

    public static final int SEPARATOR = -1;

    public boolean separates() {
      return position == SEPARATOR;
    }
  }
}
