package io.gatehouse.store;

/**
 * All that a parking site keeps besides its passages, each kind in a store of its own. Safe for use
 * by several threads; every call of theirs may block on the disk.
 */
public interface ParkingBooks {

  /** The stays: who is inside, and what was charged. */
  StayStore stays();

  /** What a stay costs, now and in earlier times. */
  TariffStore tariffs();

  /** Subscribers, allowed, denied, VIP. */
  ListStore lists();

  /** Who works at the gate. */
  StaffStore staff();

  /** From sign-in to sign-out. */
  ShiftStore shifts();

  /** What must stay known. */
  AuditTrail audit();

  /** What stays and passages add up to. */
  InsightStore insight();

  /** Passages that stay however old they grow. */
  HoldStore holds();
}
