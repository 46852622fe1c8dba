package io.gatehouse.vote;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.detect.VehiclePresence;
import io.gatehouse.read.PlateReading;
import java.util.List;

/**
 * All that was seen in one frame.
 *
 * @param stamp which frame
 * @param presence whether a vehicle is there
 * @param looked whether plates were looked for in it; when not, the absence of readings says
 *     nothing
 * @param readings plates read in it, surest first; empty when none
 */
public record Observation(
    FrameStamp stamp, VehiclePresence presence, boolean looked, List<PlateReading> readings) {

  public Observation {
    readings = List.copyOf(readings);
  }
}
