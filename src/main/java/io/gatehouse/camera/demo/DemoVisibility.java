package io.gatehouse.camera.demo;

/** Whether a vehicle's plate can be read. */
public enum DemoVisibility {
  READABLE,
  /** There is a plate, but mud covers its characters. */
  MUDDY,
  /** There is no plate. */
  MISSING
}
