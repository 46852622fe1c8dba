package io.gatehouse.parking;

import java.util.OptionalLong;

/**
 * How full the site is for one kind of vehicle.
 *
 * @param inside how many are there, 0 or more
 * @param capacity how many there may be; 0 for no limit
 */
public record Occupancy(VehicleKind kind, long inside, int capacity) {

  public Occupancy {
    if (inside < 0 || capacity < 0) {
      throw new IllegalArgumentException("%d inside of %d".formatted(inside, capacity));
    }
  }

  public boolean isLimited() {
    return capacity > 0;
  }

  /** Whether no further one has a place: the sign says FULL. Never without a limit. */
  public boolean isFull() {
    return isLimited() && inside >= capacity;
  }

  /** Places left; 0 when it is full or beyond, empty without a limit. */
  public OptionalLong free() {
    return isLimited() ? OptionalLong.of(Math.max(0, capacity - inside)) : OptionalLong.empty();
  }
}
