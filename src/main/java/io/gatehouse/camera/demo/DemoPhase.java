package io.gatehouse.camera.demo;

/** What the vehicle nearest to the stop line is doing. */
public enum DemoPhase {
  /** The lane is empty. */
  NONE,
  /** Driving up to the line. */
  APPROACHING,
  /** Standing at the line, waiting for the barrier. */
  STOPPED,
  /** Driving on through the gate. */
  LEAVING
}
