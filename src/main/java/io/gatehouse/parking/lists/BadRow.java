package io.gatehouse.parking.lists;

/**
 * A row of a list file that could not be taken. The others are not touched by it.
 *
 * @param line of the file where the row begins, 1 for the first
 * @param fault what is wrong
 * @param value what stands there, or the line it collides with; may be empty
 */
public record BadRow(long line, Fault fault, String value) {

  /** What may be wrong with a row. */
  public enum Fault {
    NO_PLATE,
    /** A plate has more characters than a plate can have, or none that count. */
    STRANGE_PLATE,
    UNKNOWN_KIND,
    UNKNOWN_VEHICLE,
    WRONG_FIRST_DAY,
    WRONG_LAST_DAY,
    /** A subscription ends some day. */
    NO_LAST_DAY,
    ENDS_BEFORE_IT_BEGINS,
    /** The same plate is on the same list in an earlier row, which holds. */
    TWICE,
    /** Quotes that begin near this line do not end: nothing after it could be read. */
    BROKEN
  }
}
