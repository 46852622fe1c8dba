package io.gatehouse.camera.demo;

import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateShape;

/**
 * A demo vehicle's plate.
 *
 * @param plate what stands on it; {@code lines} is that of the metal
 * @param colour of the ground
 * @param shape metal
 */
public record DemoPlate(Plate plate, PlateColour colour, PlateShape shape) {

  /** Compact, upper case, Đ kept. */
  public String text() {
    return plate.text();
  }
}
