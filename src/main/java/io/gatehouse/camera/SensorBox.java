package io.gatehouse.camera;

/**
 * Something that a network in the camera itself found.
 *
 * @param region where, in pixels of the frame
 * @param kind what it is
 * @param confidence that it is there, 0 to 1
 */
public record SensorBox(Region region, Kind kind, float confidence) {

  public enum Kind {
    VEHICLE,
    PLATE
  }
}
