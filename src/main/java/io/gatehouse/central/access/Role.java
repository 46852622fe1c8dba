package io.gatehouse.central.access;

/** What a user may do; each role may do all that a later one may. */
public enum Role {
  /** Also gates, tokens, users, erasure. */
  OWNER,
  /** Also plates by name, exports, corrections. */
  STAFF,
  /** Looks at figures and rows. */
  AUDITOR
}
