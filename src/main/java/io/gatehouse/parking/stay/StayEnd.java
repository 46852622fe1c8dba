package io.gatehouse.parking.stay;

/** How a stay came to its end. */
public enum StayEnd {
  /** By an exit passage of the same vehicle. */
  LEFT,
  /** By an exit without a ticket or a card, at the price of a lost one. */
  LOST_TICKET,
  /** The vehicle left, but no entry of it is known: it came before the start, or unseen. */
  NO_ENTRY,
  /** The same plate came in again: the exit before that was missed. */
  SUPERSEDED,
  /** A round through the lot found that the vehicle is not there. */
  NOT_FOUND
}
