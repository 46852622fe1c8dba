package io.gatehouse.ui.people;

import io.gatehouse.parking.people.Role;

/** A picture for each role, so that names are told apart at a glance. */
final class PersonIcons {

  private PersonIcons() {}

  static String of(Role role) {
    return switch (role) {
      case GUARD -> "mdi2a-account-outline";
      case SUPERVISOR -> "mdi2a-account-star-outline";
      case TECHNICIAN -> "mdi2a-account-wrench-outline";
    };
  }
}
