package io.gatehouse.camera.demo;

import io.gatehouse.plate.PlateAlphabet;
import io.gatehouse.plate.PlateShape;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;

/** Paints vehicles at the size they have at their stop, in the light of the hour. */
final class VehicleStudio {

  private static final int MARGIN = 6;

  private final LaneView view;
  private final Ambience ambience;
  private final PlatePainter plates = new PlatePainter(PlateAlphabet.load());

  VehicleStudio(LaneView view, Ambience ambience) {
    this.view = view;
    this.ambience = ambience;
  }

  VehicleSprite paint(DemoVehicle vehicle) {
    BodyPainter painter =
        switch (vehicle.body()) {
          case VehicleBody.Motorbike bike -> new MotorbikePainter(bike);
          case VehicleBody.Car car -> new CarPainter(car);
        };
    double scale = view.scale(MovingVehicle.stopDepth(vehicle));
    int width = 2 * ((int) Math.ceil(painter.halfWidth() * scale) + MARGIN);
    int ground = (int) Math.ceil(painter.height() * scale) + MARGIN;
    BufferedImage body = new BufferedImage(width, ground + MARGIN, BufferedImage.TYPE_INT_ARGB_PRE);
    Brush brush = Brush.upright(body, width / 2.0, ground, scale);
    painter.paint(brush);
    light(body, ground, scale);
    AffineTransform metal = plateTransform(vehicle, painter.mount());
    if (vehicle.visibility() != DemoVisibility.MISSING) {
      Graphics2D g = (Graphics2D) brush.graphics().create();
      g.transform(metal);
      plates.paint(g, vehicle, plateLight());
      g.dispose();
    }
    BufferedImage braking = copy(body);
    Brush brakingBrush = Brush.upright(braking, width / 2.0, ground, scale);
    painter.paintLitLamps(brakingBrush, true);
    brakingBrush.dispose();
    if (ambience.lamps() > 0.3) {
      painter.paintLitLamps(brush, false);
    }
    brush.dispose();
    return new VehicleSprite(
        vehicle,
        painter,
        new Sprite(body, width / 2.0, ground),
        new Sprite(braking, width / 2.0, ground),
        scale,
        plateCorners(vehicle, metal));
  }

  /** From the plate's millimetres, y downwards, to the vehicle's metres, y upwards. */
  private static AffineTransform plateTransform(DemoVehicle vehicle, BodyPainter.PlateMount mount) {
    PlateShape shape = vehicle.plate().shape();
    double enlarged = mount.enlarged() * (shape == PlateShape.CAR_SHORT ? 1.18 : 1);
    AffineTransform t = AffineTransform.getTranslateInstance(0, mount.y());
    t.rotate(vehicle.plateTilt());
    t.scale(enlarged / 1000, -enlarged / 1000);
    t.translate(-shape.width() / 2, -shape.height() / 2);
    return t;
  }

  private static List<Point2D> plateCorners(DemoVehicle vehicle, AffineTransform metal) {
    if (vehicle.visibility() == DemoVisibility.MISSING) {
      return List.of();
    }
    double w = vehicle.plate().shape().width();
    double h = vehicle.plate().shape().height();
    Point2D[] corners = {
      new Point2D.Double(0, 0),
      new Point2D.Double(w, 0),
      new Point2D.Double(w, h),
      new Point2D.Double(0, h)
    };
    metal.transform(corners, 0, corners, 0, corners.length);
    return List.of(corners);
  }

  /** A plate throws the camera's lamp back: it stays bright when the rest goes dark. */
  double plateLight() {
    return Math.clamp(ambience.green() + 1.1 * ambience.flood(), 0.55, 1);
  }

  /** The hour's light, with the lamp of the camera strongest on what is low and near it. */
  private void light(BufferedImage image, int ground, double scale) {
    int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    for (int y = 0; y < image.getHeight(); y++) {
      double above = (ground - y) / scale;
      double lamp = ambience.flood() * Math.clamp(1.15 - 0.35 * above, 0, 1);
      // a little shade towards the ground, from which little light comes
      double low = Math.min(1, 0.72 + 0.7 * above);
      for (int x = 0; x < width; x++) {
        int p = argb[y * width + x];
        if (p != 0) {
          int lit = ambience.lit(p, lamp, lamp * 0.98, lamp * 0.93);
          argb[y * width + x] = (p & 0xFF000000) | bounded(Brush.scaled(lit, low), p >>> 24);
        }
      }
    }
  }

  /** Premultiplied channels must not exceed their alpha. */
  private static int bounded(int rgb, int alpha) {
    return Math.min(rgb >> 16 & 255, alpha) << 16
        | Math.min(rgb >> 8 & 255, alpha) << 8
        | Math.min(rgb & 255, alpha);
  }

  private static BufferedImage copy(BufferedImage image) {
    BufferedImage copy =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
    int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int[] to = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
    System.arraycopy(from, 0, to, 0, from.length);
    return copy;
  }
}
