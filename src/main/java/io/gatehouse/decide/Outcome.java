package io.gatehouse.decide;

/** What was done with a vehicle. */
public enum Outcome {
  /** The proposal as it stood, by one tap. */
  CONFIRMED,
  /** The proposal with another text. */
  CORRECTED,
  /** Typed in without a proposal or for one without a text. */
  TYPED,
  /** Let through by the machine, without a guard. */
  AUTOMATIC,
  /** Turned away; the barrier stays shut. */
  REJECTED;

  /** Whether the barrier opens. */
  public boolean opens() {
    return this != REJECTED;
  }
}
