package io.gatehouse.parking.lists;

import java.util.OptionalLong;

/**
 * An entry of a list as it stands on a certain day.
 *
 * @param daysLeft whole days after this one until it ends: 0 on the last day, negative once it has
 *     expired; empty for an entry without end
 */
public record ListMatch(ListEntry entry, Validity validity, OptionalLong daysLeft) {

  public boolean inForce() {
    return validity.inForce();
  }
}
