package io.gatehouse.parking.audit;

import java.util.Arrays;

/** What is written into the audit trail. */
public enum AuditKind {
  SIGN_IN,
  SIGN_OUT,
  WRONG_PIN,
  /** The cash in the drawer at a shift's start. */
  FLOAT_COUNTED,
  /** A supervisor's PIN allowed somebody else something. */
  PERMISSION,

  /** Another plate than the machine read, at the lane or afterwards. */
  CORRECTION,
  /** A plate typed where the machine read none. */
  PLATE_TYPED,
  TURNED_AWAY,
  FREE_PASS,
  LOST_TICKET,
  /** An exit of a vehicle of which no entry is known. */
  NO_ENTRY,
  /** A stay ended without an exit. */
  STAY_ENDED,
  BARRIER_BY_HAND,
  /** A barrier that was to open by hand did not take the command. */
  BARRIER_FAILED,
  /** The loop counted more vehicles than the barrier was opened for. */
  MORE_THAN_OPENED,
  /** A passage written before could not be kept, and counts no more. */
  NOT_KEPT,

  TARIFF_CHANGED,
  LIST_CHANGED,
  SETTINGS_CHANGED,
  PEOPLE_CHANGED,
  /** A legal hold, or its end. */
  HOLD_CHANGED,
  /** Of a row that was changed from outside, or written by a newer version. */
  UNKNOWN;

  public static AuditKind named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElse(UNKNOWN);
  }

  /**
   * Whether it is a guard's word against the machine's or the tariff's, or somebody got by both.
   */
  public boolean overrides() {
    return switch (this) {
      case CORRECTION,
          PLATE_TYPED,
          TURNED_AWAY,
          FREE_PASS,
          LOST_TICKET,
          NO_ENTRY,
          STAY_ENDED,
          BARRIER_BY_HAND,
          MORE_THAN_OPENED ->
          true;
      case SIGN_IN,
          SIGN_OUT,
          WRONG_PIN,
          FLOAT_COUNTED,
          PERMISSION,
          BARRIER_FAILED,
          NOT_KEPT,
          TARIFF_CHANGED,
          LIST_CHANGED,
          SETTINGS_CHANGED,
          PEOPLE_CHANGED,
          HOLD_CHANGED,
          UNKNOWN ->
          false;
    };
  }
}
