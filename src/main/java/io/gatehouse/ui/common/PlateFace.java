package io.gatehouse.ui.common;

import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import java.util.Set;

/**
 * A plate as it is to be drawn.
 *
 * @param plate text and lines
 * @param colour its ground
 * @param doubtful places in the compact text to be marked
 */
public record PlateFace(Plate plate, PlateColour colour, Set<Integer> doubtful) {

  public PlateFace {
    doubtful = Set.copyOf(doubtful);
  }

  /** A plate without doubts. */
  public static PlateFace of(Plate plate, PlateColour colour) {
    return new PlateFace(plate, colour, Set.of());
  }

  /** Whether it is drawn in two lines. */
  public boolean twoLines() {
    return !plate.lower().isEmpty();
  }
}
