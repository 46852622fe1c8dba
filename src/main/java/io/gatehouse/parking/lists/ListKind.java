package io.gatehouse.parking.lists;

/** What a list says of the plates on it. */
public enum ListKind {
  /** Paid in advance, to the end of the last paid day. */
  SUBSCRIBER,
  /** May come in, and pays as everybody. */
  ALLOWED,
  /** Is not let in. */
  DENIED,
  /** Comes and goes without paying. */
  VIP;

  /** Whether its vehicles pay nothing at the gate. */
  public boolean isFree() {
    return this == SUBSCRIBER || this == VIP;
  }
}
