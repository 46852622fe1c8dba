package io.gatehouse.camera.demo;

/**
 * One vehicle of the demo's script.
 *
 * @param number 1 for the first that comes
 * @param body what it looks like
 * @param plate what its plate says, or would say
 * @param visibility whether that can be read
 * @param gapSeconds from the vehicle before it is well away until this one comes into view
 * @param stopOffset metres it stops beyond (or, negative, before) its usual place
 * @param sideOffset metres it keeps to the right of the lane's middle
 * @param plateTilt radians its plate hangs askew
 * @param dirt 0 clean to 1 dirty
 */
public record DemoVehicle(
    int number,
    VehicleBody body,
    DemoPlate plate,
    DemoVisibility visibility,
    double gapSeconds,
    double stopOffset,
    double sideOffset,
    double plateTilt,
    double dirt) {

  boolean isMotorbike() {
    return body instanceof VehicleBody.Motorbike;
  }
}
