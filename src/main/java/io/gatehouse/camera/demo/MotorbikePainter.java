package io.gatehouse.camera.demo;

import static io.gatehouse.camera.demo.Brush.ball;
import static io.gatehouse.camera.demo.Brush.colour;
import static io.gatehouse.camera.demo.Brush.ramp;
import static io.gatehouse.camera.demo.Brush.shade;

import io.gatehouse.camera.demo.VehicleBody.Motorbike;
import io.gatehouse.camera.demo.VehicleBody.Motorbike.Load;
import io.gatehouse.camera.demo.VehicleBody.Motorbike.Style;
import java.awt.Color;
import java.util.List;

/** Scooters and underbones with their rider. What is farther off is painted first and smaller. */
final class MotorbikePainter implements BodyPainter {

  private static final Color BLACK = new Color(0x131417);
  private static final Color CHROME_LIGHT = new Color(0xDDE1E4);
  private static final Color CHROME_DARK = new Color(0x5E646A);

  private final Motorbike bike;
  private final RiderPainter rider;

  MotorbikePainter(Motorbike bike) {
    this.bike = bike;
    this.rider = new RiderPainter(bike.rider());
  }

  @Override
  public void paint(Brush b) {
    paintFront(b);
    rider.paintArms(b);
    rider.paintHead(b);
    rider.paintTorso(b);
    if (bike.load() == Load.PASSENGER) {
      paintPassenger(b);
    }
    rider.paintLegs(b);
    paintWheel(b);
    paintTail(b);
    if (bike.load() == Load.BOX) {
      paintBox(b);
    }
    paintLenses(b);
  }

  private void paintFront(Brush b) {
    int paint = bike.paint();
    b.twin(
        ramp(-0.2, 0, 0.2, 0, shade(paint, 0.5), shade(paint, 0.8), shade(paint, 0.4)),
        0.05,
        "0 1.02, 0.12 1.0, 0.24 0.86, 0.25 0.66, 0.2 0.42, 0.12 0.34, 0 0.34");
    b.line(BLACK, 0.035, "-0.37 0.93, -0.2 0.97, 0.2 0.97, 0.37 0.93");
    b.lines(BLACK, 0.012, 0.27, 0.95, 0.33, 1.075);
    b.both(BLACK, 0.03, "0.29 1.13, 0.42 1.145, 0.425 1.06, 0.3 1.045");
    b.both(
        ramp(0.3, 1.14, 0.42, 1.05, new Color(0xA9BBCB), new Color(0x4C5A68)),
        0.025,
        "0.3 1.122, 0.411 1.135, 0.415 1.07, 0.31 1.057");
  }

  private void paintPassenger(Brush b) {
    Brush nearer = b.scaledAbout(0, 1.02, 1.06);
    int jacket = Brush.mix(bike.rider().trousers(), 0xC9B79A, 0.55);
    RiderPainter passenger =
        new RiderPainter(
            new VehicleBody.Rider(
                Brush.mix(bike.rider().helmet(), 0xFFFFFF, 0.45),
                jacket,
                bike.rider().trousers(),
                false));
    passenger.paintHead(nearer);
    passenger.paintTorso(nearer);
    nearer.dispose();
  }

  private void paintWheel(Brush b) {
    b.twin(
        ramp(
            -0.06,
            0,
            0.06,
            0,
            new Color(0x0B0B0C),
            new Color(0x34363A),
            new Color(0x1B1C1F),
            new Color(0x08080A)),
        0.035,
        "0 0.5, 0.05 0.49, 0.062 0.3, 0.058 0.06, 0.035 0.0, 0 -0.004");
    for (double y = 0.02; y < 0.3; y += 0.034) {
      b.line(colour(0, 0.65), 0.007, -0.052, y + 0.014, 0, y, 0.052, y + 0.014);
    }
    // swing arm and shock absorbers
    b.both(
        ramp(0.085, 0, 0.125, 0, CHROME_DARK, CHROME_LIGHT, CHROME_DARK),
        0.01,
        "0.088 0.6, 0.122 0.6, 0.118 0.3, 0.088 0.3");
    for (double y = 0.34; y < 0.56; y += 0.026) {
      b.lines(colour(0x1A1B1E, 0.75), 0.007, 0.085, y, 0.124, y + 0.012);
    }
    b.both(BLACK, 0.012, "0.062 0.33, 0.128 0.34, 0.13 0.265, 0.062 0.25");
    paintExhaust(b);
    if (bike.style() == Style.SCOOTER) {
      b.soft(
          ramp(-0.24, 0, -0.08, 0, new Color(0x26282C), new Color(0x3C3F44), new Color(0x17181A)),
          0.03,
          "-0.235 0.43, -0.08 0.44, -0.075 0.24, -0.2 0.225, -0.235 0.3");
    }
    // mudguard, also the carrier of the plate
    b.twin(
        ramp(-0.11, 0, 0.11, 0, new Color(0x0E0F11), new Color(0x2E3136), new Color(0x101113)),
        0.03,
        "0 0.66, 0.125 0.66, 0.115 0.45, 0.078 0.285, 0 0.27");
    b.twin(colour(0xB0201C, 1), 0.01, "0 0.375, 0.028 0.375, 0.028 0.345, 0 0.345");
  }

  private void paintExhaust(Brush b) {
    double x = 0.2;
    double y = 0.315;
    b.ellipse(
        ramp(x, y + 0.075, x, y - 0.075, CHROME_LIGHT, CHROME_DARK, new Color(0x26282B)),
        x,
        y,
        0.066,
        0.075);
    b.soft(
        ramp(
            x - 0.06,
            0,
            x + 0.06,
            0,
            new Color(0x393C41),
            new Color(0x777D84),
            new Color(0x2A2C30)),
        0.02,
        x - 0.05,
        y + 0.1,
        x + 0.045,
        y + 0.1,
        x + 0.052,
        y + 0.03,
        x - 0.052,
        y + 0.03);
    b.ellipse(colour(0x2B2D30, 1), x, y, 0.047, 0.054);
    b.ellipse(colour(0x0A0A0B, 1), x + 0.004, y - 0.004, 0.024, 0.027);
    b.line(colour(0xFFFFFF, 0.5), 0.006, x - 0.035, y + 0.052, x - 0.012, y + 0.066);
  }

  private void paintTail(Brush b) {
    int paint = bike.paint();
    double half = bike.style() == Style.SCOOTER ? 0.195 : 0.165;
    b.twin(
        ramp(0, 0.9, 0, 0.74, new Color(0x3A3C40), new Color(0x131417)),
        0.05,
        0,
        0.885,
        half * 0.72,
        0.88,
        half + 0.01,
        0.83,
        half,
        0.77,
        0,
        0.765);
    b.line(colour(0xFFFFFF, 0.13), 0.006, -half * 0.75, 0.868, half * 0.75, 0.868);
    double[] body = {
      0,
      0.81,
      half * 0.85,
      0.805,
      half,
      0.765,
      half * 0.97,
      0.7,
      half * 0.8,
      0.635,
      half * 0.55,
      0.6,
      0,
      0.6
    };
    b.twin(
        ramp(
            -half,
            0,
            half,
            0,
            shade(paint, 0.5),
            shade(paint, 1.05),
            shade(paint, 1.18),
            shade(paint, 0.95),
            shade(paint, 0.45)),
        0.035,
        body);
    b.twin(
        ramp(0, 0.81, 0, 0.6, colour(0xFFFFFF, 0.3), colour(0xFFFFFF, 0), colour(0, 0.4)),
        0.035,
        body);
    // grab rail
    b.line(
        BLACK, 0.034, -half * 0.8, 0.815, -half * 0.72, 0.86, half * 0.72, 0.86, half * 0.8, 0.815);
    b.line(
        ramp(0, 0.88, 0, 0.84, CHROME_LIGHT, CHROME_DARK),
        0.022,
        -half * 0.8,
        0.817,
        -half * 0.72,
        0.86,
        half * 0.72,
        0.86,
        half * 0.8,
        0.817);
    // plate lamp
    b.twin(BLACK, 0.008, "0 0.632, 0.05 0.63, 0.04 0.606, 0 0.606");
  }

  private void paintBox(Brush b) {
    int paint = Brush.mix(bike.rider().helmet(), 0x2F6B4A, 0.5);
    b.soft(
        ramp(-0.25, 0, 0.25, 0, shade(paint, 0.75), shade(paint, 1.08), shade(paint, 0.6)),
        0.03,
        "-0.245 1.275, 0.245 1.275, 0.25 0.87, -0.25 0.87");
    b.soft(
        ramp(0, 1.3, 0, 1.2, shade(paint, 1.35), shade(paint, 0.95)),
        0.025,
        "-0.25 1.285, 0.25 1.285, 0.252 1.215, -0.252 1.215");
    b.line(colour(0, 0.4), 0.006, -0.248, 1.213, 0.248, 1.213);
    b.soft(colour(0xF2EFE6, 0.85), 0.012, "-0.235 0.96, 0.235 0.96, 0.238 0.925, -0.238 0.925");
    b.soft(colour(0x101113, 0.85), 0.01, "-0.035 1.235, 0.035 1.235, 0.035 1.195, -0.035 1.195");
    b.line(colour(0, 0.25), 0.006, -0.2, 1.17, -0.19, 1.0);
    b.line(colour(0, 0.25), 0.006, 0.2, 1.17, 0.19, 1.0);
  }

  private void paintLenses(Brush b) {
    b.twin(colour(0x2A0507, 1), 0.025, "0 0.765, 0.118 0.755, 0.1 0.672, 0 0.66");
    b.twin(
        ramp(0, 0.76, 0, 0.66, new Color(0xC93A3A), new Color(0x7E1014), new Color(0x5A0A0D)),
        0.022,
        "0 0.757, 0.109 0.748, 0.093 0.679, 0 0.668");
    b.line(colour(0xFFFFFF, 0.4), 0.006, -0.085, 0.742, -0.01, 0.748);
    b.both(BLACK, 0.012, "0.11 0.725, 0.16 0.722, 0.16 0.7, 0.11 0.7");
    b.both(
        ramp(0, 0.74, 0, 0.68, new Color(0xF4B04A), new Color(0xB06012)),
        0.022,
        "0.15 0.74, 0.205 0.732, 0.2 0.686, 0.15 0.684");
  }

  @Override
  public void paintLitLamps(Brush b, boolean braking) {
    Color core = braking ? new Color(0xFFE3D6) : new Color(0xF0605A);
    Color rim = braking ? new Color(0xFF2A22) : new Color(0xB51418);
    b.twin(
        ball(0, 0.712, 0.115, core, rim, rim), 0.022, "0 0.757, 0.109 0.748, 0.093 0.679, 0 0.668");
  }

  @Override
  public List<Lamp> lamps() {
    return List.of(new Lamp(0, 0.712, 0.09));
  }

  @Override
  public PlateMount mount() {
    return new PlateMount(0.495, 1.48);
  }

  @Override
  public double halfWidth() {
    return 0.5;
  }

  @Override
  public double height() {
    return 1.55;
  }

  @Override
  public double footprint() {
    return 0.3;
  }
}
