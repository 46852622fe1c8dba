package io.gatehouse.camera.demo;

/** The hour the demo lane is shown at. */
public enum DemoLight {
  DAY,
  DUSK,
  NIGHT
}
