package io.gatehouse.camera.demo;

import java.awt.geom.Point2D;
import java.util.List;

/**
 * A vehicle as it stands before the camera, painted once.
 *
 * @param vehicle whose picture it is
 * @param painter that knows its measures
 * @param rolling its tail lamps as they are while it drives
 * @param braking its brake lamps lit
 * @param pixelsPerMetre the size it was painted at
 * @param plateCorners in metres from the anchor, y upwards; empty when it has no plate
 */
record VehicleSprite(
    DemoVehicle vehicle,
    BodyPainter painter,
    Sprite rolling,
    Sprite braking,
    double pixelsPerMetre,
    List<Point2D> plateCorners) {

  VehicleSprite {
    plateCorners = List.copyOf(plateCorners);
  }
}
