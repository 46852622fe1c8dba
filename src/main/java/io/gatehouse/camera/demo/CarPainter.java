package io.gatehouse.camera.demo;

import static io.gatehouse.camera.demo.Brush.ball;
import static io.gatehouse.camera.demo.Brush.colour;
import static io.gatehouse.camera.demo.Brush.ramp;
import static io.gatehouse.camera.demo.Brush.shade;

import io.gatehouse.camera.demo.VehicleBody.Car;
import java.awt.Color;
import java.awt.Paint;
import java.util.List;

/** Cars of four bodies, all drawn from the same few measures. */
final class CarPainter implements BodyPainter {

  private static final Color BLACK = new Color(0x121316);
  private static final double PLATE_ENLARGED = 1.06;

  private final Car car;
  private final CarShape s;

  CarPainter(Car car) {
    this.car = car;
    this.s = CarShape.of(car.shape());
  }

  @Override
  public void paint(Brush b) {
    paintUnderside(b);
    paintMirrors(b);
    paintGreenhouse(b);
    paintBody(b);
    paintBumper(b);
    paintPlateRecess(b);
    paintTrim(b);
    paintLenses(b);
    if (car.taxi()) {
      paintTaxiSign(b);
    }
  }

  private Paint panel(double top, double bottom) {
    int p = car.paint();
    // the sky above, a dark line at the horizon, the ground's light from below
    return ramp(
        0,
        top,
        0,
        bottom,
        shade(p, 1.12),
        shade(p, 1.0),
        shade(p, 0.93),
        shade(p, 0.72),
        shade(p, 0.62));
  }

  private Paint sides() {
    double w = s.half();
    return ramp(
        -w,
        0,
        w,
        0,
        colour(0, 0.5),
        colour(0, 0.1),
        colour(0xFFFFFF, 0.1),
        colour(0xFFFFFF, 0.02),
        colour(0, 0),
        colour(0, 0.14),
        colour(0, 0.55));
  }

  private void paintUnderside(Brush b) {
    double w = s.half();
    b.twin(new Color(0x08090A), 0.02, 0, 0.42, w - 0.08, 0.42, w - 0.1, 0.13, 0, 0.13);
    b.both(
        ramp(
            w - 0.29,
            0,
            w - 0.05,
            0,
            new Color(0x0A0A0B),
            new Color(0x2C2E31),
            new Color(0x1A1B1D),
            new Color(0x070708)),
        0.05,
        w - 0.28,
        0.4,
        w - 0.06,
        0.4,
        w - 0.055,
        0.05,
        w - 0.09,
        0,
        w - 0.25,
        0,
        w - 0.285,
        0.05);
    for (double x = w - 0.24; x < w - 0.07; x += 0.045) {
      b.lines(colour(0, 0.6), 0.01, x, 0.36, x, 0.02);
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
    b.twin(panel(roof, belt - 0.1), 0.07, cabin);
    b.twin(sides(), 0.07, cabin);
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

  private void paintBody(Brush b) {
    double w = s.half();
    double deck = s.deck();
    double[] body = {
      0,
      deck + 0.012,
      w - 0.24,
      deck,
      w - 0.06,
      deck - 0.05,
      w - 0.005,
      deck - 0.2,
      w,
      0.62,
      w - 0.02,
      0.4,
      w - 0.06,
      0.26,
      0,
      0.24
    };
    b.twin(panel(deck, 0.24), 0.06, body);
    b.twin(sides(), 0.06, body);
    // light catching the shoulder of the lid
    b.line(colour(0xFFFFFF, 0.38), 0.012, -w + 0.25, deck - 0.012, 0, deck, w - 0.4, deck - 0.008);
    double crease = s.lamp().bottom() - 0.015;
    b.line(colour(0, 0.28), 0.008, -w + 0.03, crease, w - 0.03, crease);
    b.line(colour(0xFFFFFF, 0.2), 0.007, -w + 0.05, crease - 0.011, w - 0.2, crease - 0.011);
    double seam = s.lidHalf();
    b.lines(colour(0, 0.45), 0.007, seam, deck - 0.03, seam - 0.02, crease, seam - 0.06, 0.54);
  }

  private void paintBumper(Brush b) {
    double w = s.half();
    b.line(colour(0, 0.5), 0.008, -w + 0.02, 0.535, w - 0.02, 0.535);
    b.line(colour(0xFFFFFF, 0.32), 0.012, -w + 0.06, 0.518, w - 0.16, 0.518);
    b.twin(
        ramp(0, 0.53, 0, 0.24, colour(0xFFFFFF, 0.09), colour(0, 0.1), colour(0, 0.3)),
        0.05,
        0,
        0.53,
        w - 0.01,
        0.53,
        w - 0.03,
        0.32,
        w - 0.08,
        0.24,
        0,
        0.23);
    b.twin(
        ramp(0, 0.34, 0, 0.18, new Color(0x2A2C30), new Color(0x0E0F11)),
        0.05,
        0,
        0.335,
        w - 0.3,
        0.325,
        w - 0.16,
        0.27,
        w - 0.14,
        0.2,
        0,
        0.185);
    b.both(
        new Color(0x8E1518),
        0.01,
        w - 0.32,
        0.4,
        w - 0.12,
        0.405,
        w - 0.12,
        0.372,
        w - 0.32,
        0.367);
    b.lines(colour(0xFF8A80, 0.5), 0.005, w - 0.3, 0.394, w - 0.15, 0.398);
    b.ellipse(new Color(0x9CA2A8), -w + 0.38, 0.205, 0.062, 0.034);
    b.ellipse(new Color(0x0A0A0B), -w + 0.38, 0.205, 0.048, 0.024);
    for (double x : new double[] {-0.52, -0.18, 0.18, 0.52}) {
      b.ellipse(colour(0, 0.3), x, 0.455, 0.014, 0.014);
    }
  }

  private void paintPlateRecess(Brush b) {
    double y = mount().y();
    b.twin(
        ramp(0, y + 0.15, 0, y - 0.14, shade(car.paint(), 0.3), shade(car.paint(), 0.6)),
        0.03,
        0,
        y + 0.145,
        0.36,
        y + 0.14,
        0.34,
        y - 0.125,
        0,
        y - 0.13);
    b.line(colour(0xFFFFFF, 0.22), 0.006, -0.33, y - 0.128, 0.33, y - 0.128);
    b.twin(
        ramp(0, y + 0.185, 0, y + 0.14, new Color(0xEDF0F2), new Color(0x6A7076)),
        0.012,
        0,
        y + 0.18,
        0.36,
        y + 0.174,
        0.355,
        y + 0.142,
        0,
        y + 0.146);
  }

  private void paintTrim(Brush b) {
    double y = s.emblem();
    b.ellipse(
        ramp(0, y + 0.04, 0, y - 0.04, new Color(0xF4F6F7), new Color(0x5F656B)),
        0,
        y,
        0.056,
        0.037);
    b.ellipse(shade(car.paint(), 0.45), 0, y, 0.04, 0.024);
    b.ellipse(new Color(0xD7DBDE), 0, y, 0.017, 0.022);
    if (s.wiper()) {
      b.line(BLACK, 0.016, 0.02, s.windowSill() + 0.01, 0.38, s.windowSill() + 0.07);
      b.ellipse(BLACK, 0.02, s.windowSill() + 0.005, 0.03, 0.024);
    }
    b.soft(
        shade(car.paint(), 0.5),
        0.012,
        -0.02,
        s.roof() + 0.035,
        0.012,
        s.roof() + 0.04,
        0.02,
        s.roof() - 0.004,
        -0.028,
        s.roof() - 0.004);
  }

  private void paintLenses(Brush b) {
    CarShape.TailLamp l = s.lamp();
    b.both(
        new Color(0x2A0608),
        0.035,
        l.inner() - 0.012,
        l.top() + 0.008,
        l.outer() + 0.01,
        l.top() - 0.012,
        l.outer() + 0.012,
        l.bottom() - 0.008,
        l.inner() - 0.006,
        l.bottom() - 0.01);
    b.both(
        ramp(
            0,
            l.top(),
            0,
            l.bottom(),
            new Color(0xE0524C),
            new Color(0x9A1519),
            new Color(0x64090C)),
        0.03,
        l.corners());
    double middle = (l.top() + l.bottom()) / 2;
    b.both(
        colour(0xF3E3DC, 0.75),
        0.012,
        l.inner() + 0.03,
        middle - 0.005,
        l.inner() + 0.03 + (l.outer() - l.inner()) * 0.35,
        middle - 0.005,
        l.inner() + 0.03 + (l.outer() - l.inner()) * 0.33,
        middle - 0.04,
        l.inner() + 0.035,
        middle - 0.04);
    b.lines(
        colour(0xFFFFFF, 0.45),
        0.007,
        l.inner() + 0.03,
        l.top() - 0.018,
        l.outer() - 0.05,
        l.top() - 0.026);
    b.lines(
        colour(0x3A0507, 0.8),
        0.006,
        l.inner() + 0.02,
        middle + 0.008,
        l.outer() - 0.01,
        middle + 0.008);
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

  @Override
  public void paintLitLamps(Brush b, boolean braking) {
    CarShape.TailLamp l = s.lamp();
    Color core = braking ? new Color(0xFFE0D2) : new Color(0xEA5850);
    Color rim = braking ? new Color(0xFF2B20) : new Color(0xAA1216);
    double x = (l.inner() + l.outer()) / 2;
    double y = (l.top() + l.bottom()) / 2 + 0.02;
    b.fill(
        ball(x, y, (l.outer() - l.inner()) * 0.6, core, rim, rim),
        Brush.rounded(0.03, l.corners()));
    b.fill(
        ball(-x, y, (l.outer() - l.inner()) * 0.6, core, rim, rim),
        Brush.rounded(0.03, Brush.flipped(l.corners())));
    if (braking) {
      double top = s.roof() - s.windowDrop();
      b.soft(
          new Color(0xFF5A4A), 0.006, -0.1, top, 0.1, top, 0.095, top - 0.018, -0.095, top - 0.018);
    }
  }

  @Override
  public List<Lamp> lamps() {
    CarShape.TailLamp l = s.lamp();
    double x = (l.inner() + l.outer()) / 2;
    double y = (l.top() + l.bottom()) / 2;
    return List.of(new Lamp(x, y, 0.11), new Lamp(-x, y, 0.11));
  }

  @Override
  public PlateMount mount() {
    return new PlateMount(s.plate(), PLATE_ENLARGED);
  }

  @Override
  public double halfWidth() {
    return s.half() + 0.2;
  }

  @Override
  public double height() {
    return s.roof() + 0.2;
  }

  @Override
  public double footprint() {
    return s.half();
  }
}
