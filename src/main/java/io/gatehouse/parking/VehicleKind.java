package io.gatehouse.parking;

import io.gatehouse.plate.Plate;

/** What is charged and counted alike. */
public enum VehicleKind {
  MOTORBIKE,
  CAR,
  TRUCK,
  BICYCLE;

  /**
   * What a plate says of its vehicle: a guess where the format is not known, or is worn by several
   * kinds. Two lines are a motorbike's there, by far the most that come.
   */
  public static VehicleKind of(Plate plate) {
    return switch (plate.kind()) {
      case MOTORBIKE, ELECTRIC_MOTORBIKE -> MOTORBIKE;
      case CAR -> CAR;
      case SPECIAL, FOREIGN, MILITARY, UNKNOWN -> plate.lines() == 2 ? MOTORBIKE : CAR;
    };
  }
}
