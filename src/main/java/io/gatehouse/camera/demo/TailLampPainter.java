package io.gatehouse.camera.demo;

import static io.gatehouse.camera.demo.Brush.ball;
import static io.gatehouse.camera.demo.Brush.colour;
import static io.gatehouse.camera.demo.Brush.ramp;

import java.awt.Color;

/** A car's tail lamps, dark and lit. */
final class TailLampPainter {

  private final CarShape s;

  TailLampPainter(CarShape shape) {
    this.s = shape;
  }

  void paint(Brush b) {
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

  void paintLit(Brush b, boolean braking) {
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
}
