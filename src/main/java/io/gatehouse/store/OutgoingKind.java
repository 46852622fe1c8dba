package io.gatehouse.store;

/** What an event for the central tells of. */
public enum OutgoingKind {
  PASSAGE,
  CORRECTION,
  /** A stay that ended without an exit. */
  STAY,
  /** A shift that ended. */
  SHIFT
}
