package io.gatehouse.camera.demo;

import static io.gatehouse.camera.demo.Brush.ball;
import static io.gatehouse.camera.demo.Brush.colour;
import static io.gatehouse.camera.demo.Brush.ramp;
import static io.gatehouse.camera.demo.Brush.shade;

import io.gatehouse.camera.demo.VehicleBody.Rider;
import java.awt.Color;

/** Paints the people on a motorbike. Same space as {@link BodyPainter}. */
final class RiderPainter {

  private static final Color CREASE = new Color(0, 0, 0, 50);
  private static final int SKIN = 0xC08A68;

  private final Rider rider;

  RiderPainter(Rider rider) {
    this.rider = rider;
  }

  void paintArms(Brush b) {
    int jacket = rider.jacket();
    b.both(
        ramp(0.2, 0, 0.4, 0, shade(jacket, 0.95), shade(jacket, 0.6)),
        0.05,
        "0.15 1.2, 0.235 1.185, 0.315 1.06, 0.39 0.955, 0.365 0.885, 0.3 0.9, "
            + "0.235 1.0, 0.16 1.05");
    b.lines(CREASE, 0.008, 0.3, 1.03, 0.335, 0.985);
    b.lines(CREASE, 0.006, 0.29, 1.0, 0.315, 0.97);
    b.ellipses(shade(0x25272B, 1), 0.352, 0.9, 0.042, 0.045);
  }

  void paintLegs(Brush b) {
    int trousers = rider.trousers();
    b.both(
        ramp(0.12, 0, 0.34, 0, shade(trousers, 0.55), shade(trousers, 1.05), shade(trousers, 0.65)),
        0.06,
        "0.08 0.8, 0.2 0.8, 0.3 0.66, 0.325 0.6, 0.285 0.46, 0.268 0.27, "
            + "0.175 0.27, 0.185 0.48, 0.17 0.58, 0.1 0.64");
    b.lines(CREASE, 0.007, 0.2, 0.56, 0.27, 0.53);
    b.lines(CREASE, 0.006, 0.205, 0.5, 0.25, 0.485);
    b.lines(shade(trousers, 1.3), 0.005, "0.29 0.62, 0.262 0.46, 0.25 0.3");
    b.both(shade(0x17181B, 1), 0.035, "0.17 0.3, 0.27 0.3, 0.29 0.215, 0.165 0.215");
    b.both(shade(0xB9B4A8, 1), 0.008, "0.165 0.228, 0.29 0.228, 0.29 0.208, 0.165 0.208");
  }

  void paintTorso(Brush b) {
    int jacket = rider.jacket();
    double[] outline =
        Brush.points(
            "0 1.245, 0.07 1.235, 0.175 1.205, 0.228 1.16, 0.235 1.08, "
                + "0.212 0.95, 0.195 0.85, 0.215 0.775, 0.18 0.73, 0 0.72");
    b.twin(
        ramp(
            -0.24,
            0,
            0.24,
            0,
            shade(jacket, 0.62),
            shade(jacket, 1.12),
            shade(jacket, 1.0),
            shade(jacket, 0.82),
            shade(jacket, 0.5)),
        0.045,
        outline);
    b.twin(
        ramp(0, 1.25, 0, 0.72, colour(0xFFFFFF, 0.14), colour(0, 0), colour(0, 0.3)),
        0.045,
        outline);
    b.line(CREASE, 0.006, "-0.2 1.13, -0.1 1.165, 0.1 1.165, 0.2 1.13");
    b.line(CREASE, 0.006, 0, 1.16, 0.003, 0.86);
    b.line(CREASE, 0.012, "-0.19 0.86, -0.09 0.835, 0.08 0.84, 0.19 0.865");
    b.line(CREASE, 0.009, "-0.19 0.97, -0.12 0.93, -0.07 0.925");
    b.line(CREASE, 0.009, "0.195 0.99, 0.13 0.94, 0.06 0.93");
    b.line(CREASE, 0.008, 0.2, 0.92, 0.14, 0.895);
    b.twin(
        colour(shade(jacket, 1.5).getRGB() & 0xFFFFFF, 0.75),
        0.004,
        "0 1.075, 0.222 1.07, 0.219 1.048, 0 1.053");
  }

  void paintHead(Brush b) {
    b.twin(shade(SKIN, 0.75), 0.02, "0 1.3, 0.058 1.3, 0.066 1.225, 0 1.215");
    b.twin(shade(rider.jacket(), 0.75), 0.02, "0 1.25, 0.1 1.246, 0.12 1.215, 0 1.2");
    if (rider.fullFace()) {
      fullFace(b);
    } else {
      halfHelmet(b);
    }
  }

  private void halfHelmet(Brush b) {
    b.twin(shade(0x1B1512, 1), 0.03, "0 1.34, 0.118 1.34, 0.105 1.27, 0.06 1.25, 0 1.25");
    b.ellipses(shade(SKIN, 0.9), 0.115, 1.305, 0.014, 0.027);
    int shell = rider.helmet();
    b.twin(helmetPaint(shell, 1.395), 0.075, "0 1.475, 0.09 1.468, 0.14 1.4, 0.143 1.325, 0 1.318");
    b.twin(shade(0x15171A, 1), 0.008, "0 1.332, 0.144 1.338, 0.143 1.318, 0 1.311");
    b.lines(colour(0x15171A, 1), 0.009, 0.12, 1.318, 0.085, 1.25);
    gloss(b, 1.41);
  }

  private void fullFace(Brush b) {
    int shell = rider.helmet();
    b.twin(
        helmetPaint(shell, 1.37),
        0.07,
        "0 1.478, 0.095 1.47, 0.146 1.4, 0.15 1.31, 0.125 1.25, 0 1.238");
    b.twin(colour(0x0F1114, 0.85), 0.01, "0 1.262, 0.13 1.27, 0.122 1.247, 0 1.237");
    b.twin(shade(shell, 0.5), 0.012, "0.0 1.3, 0.05 1.302, 0.05 1.285, 0 1.283");
    b.lines(colour(0, 0.35), 0.006, "0.118 1.44, 0.132 1.36, 0.12 1.27");
    gloss(b, 1.41);
  }

  private static java.awt.Paint helmetPaint(int shell, double y) {
    return ball(-0.045, y + 0.04, 0.22, shade(shell, 1.3), shade(shell, 1.0), shade(shell, 0.42));
  }

  private static void gloss(Brush b, double y) {
    b.ellipse(
        ball(-0.055, y + 0.015, 0.05, colour(0xFFFFFF, 0.75), colour(0xFFFFFF, 0)),
        -0.055,
        y + 0.015,
        0.048,
        0.03);
    b.line(colour(0xFFFFFF, 0.16), 0.008, 0.104, y + 0.02, 0.122, y - 0.03, 0.123, y - 0.065);
  }
}
