package io.gatehouse.read;

/** How far a reading may be trusted; no reading at all is the third answer. */
public enum Sureness {
  /** Two readers agree, or one is sure of every character: at most 0.3 % of these are wrong. */
  SURE,
  /** To be shown with its candidates, never to be acted on without a guard. */
  DOUBTFUL
}
