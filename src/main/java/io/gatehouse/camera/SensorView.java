package io.gatehouse.camera;

import java.util.List;

/**
 * What a network in the camera itself saw at about the time of a frame. It can be a frame or two
 * older than the picture, so a vehicle may have moved on a little.
 *
 * @param boxes surest first; empty when it looked and saw nothing that counts here
 */
public record SensorView(List<SensorBox> boxes) {

  public SensorView {
    boxes = List.copyOf(boxes);
  }
}
