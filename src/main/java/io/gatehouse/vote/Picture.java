package io.gatehouse.vote;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.camera.Region;
import io.gatehouse.read.PlateReading;
import java.util.Optional;

/**
 * A frame that may be shown for a vehicle.
 *
 * @param stamp which frame
 * @param region where the plate is in it; empty for a vehicle without a readable plate
 * @param text compact; empty without a plate
 * @param rawText as the reader saw it
 * @param reader which reader; empty without a plate
 * @param confidence of that reading, 0 to 1
 */
record Picture(
    FrameStamp stamp,
    Optional<Region> region,
    String text,
    String rawText,
    String reader,
    float confidence) {

  static Picture of(PlateReading reading, FrameStamp stamp) {
    return new Picture(
        stamp,
        Optional.of(reading.box().region()),
        reading.plate().text(),
        reading.rawText(),
        reading.reader(),
        reading.confidence());
  }

  /** The plate's, in pixels; 0 without one. */
  int height() {
    return region.map(Region::height).orElse(0);
  }

  static Picture withoutPlate(FrameStamp stamp) {
    return new Picture(stamp, Optional.empty(), "", "", "", 0);
  }
}
