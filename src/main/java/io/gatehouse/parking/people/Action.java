package io.gatehouse.parking.people;

/** What not everybody may do. */
public enum Action {
  LOST_TICKET,
  FREE_PASS,
  BARRIER,
  TARIFFS,
  LISTS,
  SETTINGS,
  PEOPLE,
  AUDIT,
  INSIGHT,
  HOLD;

  /** Whether somebody of that role may do it without asking anyone. */
  public boolean allowedTo(Role role) {
    return switch (role) {
      case SUPERVISOR -> true;
      case TECHNICIAN -> this == SETTINGS || this == INSIGHT || this == BARRIER;
      case GUARD -> false;
    };
  }
}
