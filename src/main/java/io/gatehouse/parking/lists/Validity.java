package io.gatehouse.parking.lists;

/** How an entry stands on a certain day. */
public enum Validity {
  /** Its first day is still to come. */
  NOT_YET,
  VALID,
  /** Still valid, but for a few days only. */
  EXPIRING,
  EXPIRED;

  /** Whether the entry counts. */
  public boolean inForce() {
    return this == VALID || this == EXPIRING;
  }
}
