package io.gatehouse.barrier;

/** The address of a barrier makes no sense as it is written. */
public final class BarrierAddressException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong with it; the screen has the words. */
  public enum Problem {
    EMPTY,
    UNKNOWN_KIND,
    /** The number of a GPIO line is missing, or is none. */
    NO_LINE,
    NO_HOST,
    NO_DEVICE,
    NO_PROGRAM,
    UNKNOWN_OPTION,
    WRONG_VALUE
  }

  private final Problem problem;
  private final String part;

  /**
   * @param part of the address that is wrong: the option's name, or what stands in its place
   */
  BarrierAddressException(Problem problem, String part, String message) {
    super(message);
    this.problem = problem;
    this.part = part;
  }

  public Problem problem() {
    return problem;
  }

  public String part() {
    return part;
  }
}
