package io.gatehouse.central.access;

/** What is written into the central's audit trail. */
public enum AuditAction {
  SIGN_IN,
  WRONG_PASSWORD,
  SIGN_OUT,
  PASSWORD_CHANGED,
  /** Somebody searched for a part of a plate. */
  SEARCH,
  /** Somebody opened a row. */
  VIEW,
  /** Somebody opened a picture, larger than the thumbnails of a list. */
  PICTURE,
  EXPORT,
  PLATE_EXPORT,
  PLATE_ERASED,
  GATE_ADDED,
  TOKEN_MADE,
  TOKEN_REVOKED,
  ENROLMENT_MADE,
  USER_ADDED,
  USER_CHANGED,
  RETENTION_CHANGED,
  /** Something went because of its age. */
  RETENTION
}
