package io.gatehouse.camera.demo;

import io.gatehouse.camera.Region;
import java.util.Optional;

/**
 * What a frame of the demo really shows.
 *
 * @param frame sequence number of the frame
 * @param phase what the vehicle at hand is doing
 * @param vehicle the vehicle nearest to the stop line, empty when the lane is
 * @param plateBox upright box around its plate's metal in pixels of the frame, empty when there is
 *     no plate or it is not wholly in the picture
 */
public record DemoTruth(
    long frame, DemoPhase phase, Optional<DemoVehicle> vehicle, Optional<Region> plateBox) {

  static DemoTruth before() {
    return new DemoTruth(-1, DemoPhase.NONE, Optional.empty(), Optional.empty());
  }

  /** The plate's compact text, empty when no readable plate is in the picture. */
  public String plateText() {
    return vehicle
        .filter(v -> v.visibility() == DemoVisibility.READABLE)
        .map(v -> v.plate().text())
        .orElse("");
  }
}
