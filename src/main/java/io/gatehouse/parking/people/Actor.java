package io.gatehouse.parking.people;

import java.util.Optional;

/**
 * Who does something, as it is written down.
 *
 * @param name empty where nobody is known
 * @param role empty where the kiosk knows no people
 */
public record Actor(String name, Optional<Role> role) {

  public static Actor of(Person person) {
    return new Actor(person.name(), Optional.of(person.role()));
  }

  /** Somebody of whom only the name is known. */
  public static Actor named(String name) {
    return new Actor(name, Optional.empty());
  }
}
