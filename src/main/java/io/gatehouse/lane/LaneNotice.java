package io.gatehouse.lane;

/**
 * Something the guard should know; the screen has the words for each kind.
 *
 * @param kind what
 * @param detail one line for the technician
 */
public record LaneNotice(Kind kind, String detail) {

  public enum Kind {
    /** The last passage could not be stored; the barrier stayed shut. */
    STORE_FAILED,
    /** The barrier did not take the command; the passage, if there is one, is stored. */
    BARRIER_FAILED,
    /** Recognition stopped with a fault and was started again. */
    RECOGNITION_FAILED,
    /** The database was damaged and has been rebuilt; passages were replayed from the journal. */
    STORE_RECOVERED,
    /** The disk is full: passages are kept, pictures are not. */
    PICTURES_DROPPED
  }
}
