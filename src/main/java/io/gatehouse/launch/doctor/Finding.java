package io.gatehouse.launch.doctor;

/**
 * What a check found.
 *
 * @param verdict how it stands
 * @param state what is, in a few words
 * @param remedy what to do; empty when all is well
 */
public record Finding(Verdict verdict, String state, String remedy) {

  public enum Verdict {
    OK,
    /** Works, but somebody should look at it. */
    NOTE,
    /** The kiosk will not do its work. */
    FAULT
  }

  public static Finding ok(String state) {
    return new Finding(Verdict.OK, state, "");
  }

  public static Finding note(String state, String remedy) {
    return new Finding(Verdict.NOTE, state, remedy);
  }

  public static Finding fault(String state, String remedy) {
    return new Finding(Verdict.FAULT, state, remedy);
  }
}
