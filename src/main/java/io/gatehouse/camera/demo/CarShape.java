package io.gatehouse.camera.demo;

import io.gatehouse.camera.demo.VehicleBody.Car;

/**
 * The measures that tell one car's back from another's, in metres above the ground or from the
 * middle.
 *
 * @param half width of the body
 * @param roof top of the roof
 * @param roofHalf width of the roof
 * @param belt foot of the side windows
 * @param deck top of the lid
 * @param lidHalf width of the lid
 * @param windowDrop from the roof down to the rear window
 * @param windowTop half width of the rear window at its top
 * @param windowLow half width at its sill
 * @param windowSill foot of the rear window
 * @param lamp tail lamp on the right
 * @param plate middle of the plate
 * @param emblem middle of the emblem
 * @param wiper whether the rear window has one
 */
record CarShape(
    double half,
    double roof,
    double roofHalf,
    double belt,
    double deck,
    double lidHalf,
    double windowDrop,
    double windowTop,
    double windowLow,
    double windowSill,
    TailLamp lamp,
    double plate,
    double emblem,
    boolean wiper) {

  /** Its edges; it leans outwards with the body. */
  record TailLamp(double inner, double outer, double top, double bottom) {
    double[] corners() {
      return new double[] {
        inner, top, outer - 0.01, top - 0.02, outer, bottom, inner + 0.015, bottom
      };
    }
  }

  static CarShape of(Car.Shape shape) {
    return switch (shape) {
      case SEDAN ->
          new CarShape(
              0.9,
              1.43,
              0.54,
              1.04,
              1.06,
              0.6,
              0.055,
              0.5,
              0.66,
              1.1,
              new TailLamp(0.5, 0.885, 0.95, 0.78),
              0.72,
              0.965,
              false);
      case HATCHBACK ->
          new CarShape(
              0.86,
              1.48,
              0.58,
              1.0,
              1.0,
              0.63,
              0.08,
              0.54,
              0.66,
              1.04,
              new TailLamp(0.62, 0.85, 1.0, 0.72),
              0.7,
              0.93,
              true);
      case SUV ->
          new CarShape(
              0.93,
              1.6,
              0.64,
              1.08,
              1.1,
              0.7,
              0.09,
              0.58,
              0.7,
              1.14,
              new TailLamp(0.6, 0.915, 1.07, 0.86),
              0.74,
              1.0,
              true);
      case VAN ->
          new CarShape(
              0.9,
              1.66,
              0.7,
              1.06,
              1.06,
              0.7,
              0.1,
              0.62,
              0.72,
              1.1,
              new TailLamp(0.73, 0.89, 1.12, 0.66),
              0.72,
              0.96,
              true);
    };
  }
}
