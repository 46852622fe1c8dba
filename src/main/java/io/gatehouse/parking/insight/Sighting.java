package io.gatehouse.parking.insight;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of one reading, for the analytics of the reading.
 *
 * @param at when the picture was taken
 * @param word who spoke on the plate
 * @param read compact text as proposed; empty when nothing was read
 * @param plate compact text as it counts now
 * @param confidence of the reading, 0 to 1
 * @param quality of the picture; empty when it was not measured
 */
public record Sighting(
    Instant at,
    Word word,
    String read,
    String plate,
    float confidence,
    Optional<PictureQuality> quality) {

  /** Whose word the plate rests on. */
  public enum Word {
    /** A person confirmed or corrected what the machine read. */
    PERSON,
    /** A person typed it: nothing was read, or no vehicle was seen. */
    TYPED,
    /** The machine's alone. */
    MACHINE
  }
}
