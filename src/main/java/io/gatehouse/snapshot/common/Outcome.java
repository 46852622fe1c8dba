package io.gatehouse.snapshot.common;

/** How a picture ended. */
public enum Outcome {
  /** Read and stored in this run. */
  STORED(true),
  /** The same picture was stored before, or came earlier in the list: nothing to do or to pay. */
  KNOWN(true),
  /** A run before this one was done with the line; it was not looked at again. */
  DONE_BEFORE(true),
  /** There is no plate in it. */
  NO_PLATE(true),
  /** Its plates are less sure than was asked for. */
  BELOW_THRESHOLD(true),
  /** To be stored, in a run that only looks. */
  WOULD_READ(true),
  /** It could not be read or stored. */
  FAILED(false),
  /** The run ended before. */
  NOT_TRIED(false);

  private final boolean good;

  Outcome(boolean good) {
    this.good = good;
  }

  /** Whether nothing is left to be done about it. */
  public boolean isGood() {
    return good;
  }
}
