package io.gatehouse.detect;

import io.gatehouse.camera.Frame;

/**
 * Tells from each frame whether a vehicle is in the lane and whether it stands, plate or no plate.
 * Used by one thread.
 */
public interface VehicleDetector {

  /** Looks at the next frame; frames come in order. Cheap enough for every frame. */
  VehiclePresence observe(Frame frame);
}
