package io.gatehouse.camera.demo;

import static io.gatehouse.camera.demo.Brush.colour;
import static io.gatehouse.camera.demo.Brush.ramp;
import static io.gatehouse.camera.demo.Brush.shade;

import io.gatehouse.camera.demo.VehicleBody.Car;
import java.awt.Color;
import java.util.List;

/** Cars of four bodies, all drawn from the same few measures. */
final class CarPainter implements BodyPainter {

  private static final Color BLACK = new Color(0x121316);
  private static final double PLATE_ENLARGED = 1.06;

  private final Car car;
  private final CarShape s;
  private final Coat coat;

  CarPainter(Car car) {
    this.car = car;
    this.s = CarShape.of(car.shape());
    this.coat = new Coat(car.paint(), s.half());
  }

  @Override
  public void paint(Brush b) {
    paintUnderside(b);
    new CabinPainter(s, car, coat).paint(b);
    paintBody(b);
    paintBumper(b);
    paintPlateRecess(b);
    paintTrim(b);
    new TailLampPainter(s).paint(b);
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
    b.twin(coat.panel(deck, 0.24), 0.06, body);
    b.twin(coat.sides(), 0.06, body);
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

  @Override
  public void paintLitLamps(Brush b, boolean braking) {
    new TailLampPainter(s).paintLit(b, braking);
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
