package io.gatehouse.camera.demo;

import static io.gatehouse.camera.demo.Brush.colour;
import static io.gatehouse.camera.demo.Brush.ramp;
import static io.gatehouse.camera.demo.Brush.shade;

import io.gatehouse.camera.demo.VehicleBody.Car;
import java.awt.Color;

/** The upper half of a car: mirrors, roof, rear window and who sits behind it. */
final class CabinPainter {

  private static final Color BLACK = new Color(0x121316);

  private final CarShape s;
  private final Car car;
  private final Coat coat;

  CabinPainter(CarShape shape, Car car, Coat coat) {
    this.s = shape;
    this.car = car;
    this.coat = coat;
  }

  void paint(Brush b) {
    paintMirrors(b);
    paintGreenhouse(b);
    if (car.taxi()) {
      paintTaxiSign(b);
    }
  }

  private void paintMirrors(Brush b) {
    double x = s.half() - 0.015;
    double y = s.belt() + 0.06;
    b.both(
        shade(car.paint(), 0.55),
        0.03,
        x - 0.04,
        y - 0.02,
        x + 0.13,
        y + 0.1,
        x + 0.14,
        y - 0.02,
        x + 0.1,
        y - 0.05);
    b.both(
        BLACK, 0.02, x + 0.02, y + 0.045, x + 0.12, y + 0.085, x + 0.128, y - 0.01, x + 0.03,
        y - 0.02);
  }

  private void paintGreenhouse(Brush b) {
    double belt = s.belt();
    double roof = s.roof();
    double wb = s.half() - 0.06;
    double wr = s.roofHalf();
    double[] cabin = {
      0,
      roof,
      wr * 0.6,
      roof - 0.004,
      wr,
      roof - 0.045,
      wr + 0.05,
      roof - 0.14,
      wb,
      belt,
      wb,
      belt - 0.1,
      0,
      belt - 0.1
    };
    b.twin(coat.panel(roof, belt - 0.1), 0.07, cabin);
    b.twin(coat.sides(), 0.07, cabin);
    // side windows seen edge-on
    b.both(
        colour(0x10151A, 0.9),
        0.02,
        wr + 0.012,
        roof - 0.15,
        wr + 0.04,
        roof - 0.16,
        wb - 0.02,
        belt + 0.02,
        wb - 0.055,
        belt + 0.02);
    double top = roof - s.windowDrop();
    double wt = s.windowTop();
    double wl = s.windowLow();
    double low = s.windowSill();
    double[] glass = {0, top, wt, top - 0.012, wl, low + 0.02, wl - 0.03, low, 0, low - 0.012};
    b.twin(
        BLACK,
        0.04,
        0,
        top + 0.02,
        wt + 0.02,
        top + 0.008,
        wl + 0.025,
        low + 0.012,
        wl - 0.02,
        low - 0.022,
        0,
        low - 0.035);
    b.twin(
        ramp(
            0,
            top,
            0,
            low,
            new Color(0x8DA0AE),
            new Color(0x46545F),
            new Color(0x1D252C),
            new Color(0x151B20)),
        0.035,
        glass);
    paintCabin(b, top, low);
    // a band of sky on the glass
    b.polygon(
        ramp(-wt, top, 0, low, colour(0xFFFFFF, 0.28), colour(0xFFFFFF, 0.02)),
        -wt + 0.05,
        top - 0.02,
        -0.14,
        top - 0.004,
        -0.32,
        low + 0.01,
        -wl + 0.09,
        low + 0.012);
    for (double y = low + 0.05; y < top - 0.06; y += 0.045) {
      double w = wl + (wt - wl) * (y - low) / (top - low) - 0.06;
      b.line(colour(0x2A1A12, 0.35), 0.004, -w, y, w, y);
    }
    b.line(colour(0xFFFFFF, 0.3), 0.008, -wr * 0.8, roof - 0.014, wr * 0.45, roof - 0.01);
    b.soft(
        new Color(0x30090B),
        0.008,
        -0.11,
        top + 0.004,
        0.11,
        top + 0.004,
        0.1,
        top - 0.022,
        -0.1,
        top - 0.022);
  }

  private static void paintCabin(Brush b, double top, double low) {
    double seat = low + (top - low) * 0.42;
    b.both(colour(0x0C0F12, 0.75), 0.04, 0.2, seat, 0.5, seat, 0.54, low, 0.16, low);
    b.both(
        colour(0x0C0F12, 0.8),
        0.03,
        0.27,
        seat + 0.1,
        0.42,
        seat + 0.1,
        0.44,
        seat - 0.02,
        0.25,
        seat - 0.02);
    // the driver's head and the mirror, far in front
    b.ellipse(colour(0x0B0D10, 0.7), -0.3, seat + 0.11, 0.06, 0.075);
    b.soft(
        colour(0x0B0D10, 0.6),
        0.01,
        -0.09,
        top - 0.04,
        0.09,
        top - 0.04,
        0.08,
        top - 0.075,
        -0.08,
        top - 0.075);
  }

  private void paintTaxiSign(Brush b) {
    double y = s.roof() - 0.01;
    b.soft(
        ramp(0, y + 0.13, 0, y, new Color(0xFFF6D0), new Color(0xE6C24A)),
        0.025,
        -0.2,
        y + 0.125,
        0.2,
        y + 0.125,
        0.23,
        y,
        -0.23,
        y);
    b.line(colour(0x7A5A10, 0.8), 0.01, -0.17, y + 0.05, 0.17, y + 0.05);
  }
}
