package io.gatehouse.screens;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Draws how the AI Camera is mounted and lit, to scale, from the optics of its lens. Run: {@code
 * MountingDrawings docs/drawings}.
 */
public final class MountingDrawings {

  /** Degrees that the whole picture covers from left to right, and from top to bottom. */
  private static final double ACROSS = 66;

  private static final double DOWN = 52;

  private static final double CAMERA_HEIGHT = 1.2;
  private static final double PLATE_HEIGHT = 0.65;
  private static final double DISTANCE = 1.8;

  private MountingDrawings() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "docs/drawings");
    side().write(folder.resolve("mounting-side.svg"));
    top().write(folder.resolve("mounting-top.svg"));
    pixels().write(folder.resolve("plate-pixels.svg"));
    lighting().write(folder.resolve("lighting.svg"));
  }

  /**
   * How many pixels wide a plate is in the picture.
   *
   * @param plate metres
   * @param distance metres from the lens
   * @param picture its width in pixels
   */
  static double pixels(double plate, double distance, int picture) {
    return picture / 2.0 / Math.tan(Math.toRadians(ACROSS / 2)) * plate / distance;
  }

  private static Svg side() {
    double scale = 240;
    double ground = 470;
    double cameraX = 190;
    double cameraY = ground - CAMERA_HEIGHT * scale;
    double plateX = cameraX + DISTANCE * scale;
    double plateY = ground - PLATE_HEIGHT * scale;
    double tilt = Math.atan2(plateY - cameraY, plateX - cameraX);
    Svg svg = new Svg(960, 560);
    svg.text(40, 44, "start", 22, Svg.INK, "From the side");
    double reach = 2_000;
    svg.coneWithin(
        30,
        80,
        900,
        ground - 80,
        "%.1f,%.1f %s %s"
            .formatted(
                cameraX,
                cameraY,
                ray(cameraX, cameraY, tilt - Math.toRadians(DOWN / 2), reach),
                ray(cameraX, cameraY, tilt + Math.toRadians(DOWN / 2), reach)),
        Svg.BLUE);
    svg.line(30, ground, 930, ground, Svg.INK, 3);
    motorbike(svg, plateX, ground, scale);
    svg.dashed(cameraX, cameraY, plateX, plateY, Svg.BLUE);
    svg.dashed(cameraX, cameraY, cameraX + 330, cameraY, Svg.MUTED);
    svg.text(
        cameraX + 205,
        cameraY + 26,
        "start",
        16,
        Svg.BLUE,
        String.format(Locale.ROOT, "%.0f° down, 25° at most", Math.toDegrees(tilt)));
    svg.rect(cameraX - 58, cameraY, 10, ground - cameraY, 2, Svg.PALE, Svg.MUTED);
    svg.rect(cameraX - 66, cameraY - 20, 60, 34, 6, Svg.INK, Svg.INK);
    svg.rect(cameraX - 8, cameraY - 10, 12, 16, 3, Svg.MUTED, Svg.INK);
    svg.text(cameraX - 44, cameraY + 36, "start", 16, Svg.INK, "camera");
    lamp(svg, cameraX - 36, cameraY - 96);
    svg.text(
        cameraX - 8, cameraY - 92, "start", 16, Svg.AMBER, "lamp, 30 cm or more above the lens");
    svg.measure(cameraX - 88, cameraY, cameraX - 88, ground, "");
    svg.text(cameraX - 98, cameraY + 130, "end", 16, Svg.BLUE, "1.0 to");
    svg.text(cameraX - 98, cameraY + 152, "end", 16, Svg.BLUE, "1.5 m");
    svg.measure(cameraX, ground + 34, plateX, ground + 34, "");
    svg.text(
        (cameraX + plateX) / 2,
        ground + 60,
        "middle",
        16,
        Svg.BLUE,
        "lens to plate: 1.8 m for a motorbike at 1280 wide (see the chart)");
    svg.text(plateX - 16, plateY + 52, "end", 16, Svg.GREEN, "plate: 100 px wide or more");
    return svg;
  }

  private static String ray(double x, double y, double angle, double length) {
    return String.format(
        Locale.ROOT, "%.1f,%.1f", x + Math.cos(angle) * length, y + Math.sin(angle) * length);
  }

  /** From behind the plate on: its tail towards the camera. */
  private static void motorbike(Svg svg, double plateX, double ground, double scale) {
    double wheel = 0.29 * scale;
    double rear = plateX + 0.30 * scale;
    double front = plateX + 1.05 * scale;
    for (double x : new double[] {rear, front}) {
      svg.circle(x, ground - wheel, wheel, "#ffffff", Svg.INK);
      svg.circle(x, ground - wheel, wheel * 0.55, Svg.PALE, Svg.MUTED);
    }
    String frame =
        String.format(
            Locale.ROOT,
            "M%.0f %.0f C%.0f %.0f %.0f %.0f %.0f %.0f L%.0f %.0f L%.0f %.0f C%.0f %.0f %.0f %.0f %.0f %.0f Z",
            plateX + 4,
            ground - 0.80 * scale,
            plateX + 60,
            ground - 0.93 * scale,
            plateX + 110,
            ground - 0.84 * scale,
            plateX + 150,
            ground - 0.72 * scale,
            front - 40,
            ground - 0.98 * scale,
            front - 12,
            ground - 0.95 * scale,
            front - 20,
            ground - 0.5 * scale,
            rear + 90,
            ground - 0.25 * scale,
            rear,
            ground - 0.38 * scale);
    svg.path(frame, "#9aa5b1", Svg.INK, 2);
    svg.line(front - 26, ground - 0.96 * scale, front - 60, ground - 1.06 * scale, Svg.INK, 6);
    svg.line(plateX, ground - 0.72 * scale, plateX + 6, ground - 0.58 * scale, Svg.GREEN, 9);
  }

  private static void lamp(Svg svg, double x, double y) {
    svg.rect(x - 20, y - 10, 40, 20, 4, Svg.AMBER, Svg.INK);
    svg.line(x - 17, y + 10, x - 17, y + 76, Svg.MUTED, 4);
  }

  private static Svg top() {
    double scale = 170;
    double middle = 280;
    double half = 0.62 * scale;
    double cameraX = 130;
    double cameraY = middle + 0.75 * scale;
    double plateX = cameraX + DISTANCE * scale;
    double axis = Math.atan2(middle - cameraY, plateX - cameraX);
    Svg svg = new Svg(960, 540);
    svg.text(40, 44, "start", 22, Svg.INK, "From above");
    svg.rect(40, middle - half, 880, 2 * half, 0, "#f5f7fa", Svg.MUTED);
    svg.dashed(40, middle, 920, middle, Svg.MUTED);
    svg.coneWithin(
        40,
        80,
        880,
        380,
        "%.1f,%.1f %s %s"
            .formatted(
                cameraX,
                cameraY,
                ray(cameraX, cameraY, axis - Math.toRadians(ACROSS / 2), 2_000),
                ray(cameraX, cameraY, axis + Math.toRadians(ACROSS / 2), 2_000)),
        Svg.BLUE);
    svg.dashed(cameraX, cameraY, plateX, middle, Svg.BLUE);
    svg.text(
        cameraX + 34,
        cameraY + 44,
        "start",
        16,
        Svg.BLUE,
        "at most 25° aside of the lane's middle");
    svg.rect(plateX + 6, middle - 20, 300, 40, 20, "#9aa5b1", Svg.INK);
    svg.rect(plateX + 210, middle - 60, 18, 120, 9, Svg.INK, Svg.INK);
    svg.line(plateX, middle - 16, plateX, middle + 16, Svg.GREEN, 8);
    svg.text(plateX + 110, middle - 32, "middle", 16, Svg.INK, "its tail to the camera");
    svg.rect(cameraX - 36, cameraY - 17, 36, 34, 6, Svg.INK, Svg.INK);
    svg.text(cameraX - 14, cameraY + 44, "middle", 16, Svg.INK, "camera");
    svg.rect(cameraX - 86, cameraY - 14, 36, 28, 4, Svg.AMBER, Svg.INK);
    svg.text(cameraX - 68, cameraY + 44, "middle", 16, Svg.AMBER, "lamp");
    svg.line(plateX - 8, middle - half, plateX - 8, middle - 44, Svg.RED, 3);
    svg.line(plateX - 8, middle + 44, plateX - 8, middle + half, Svg.RED, 3);
    svg.text(plateX - 8, middle - half - 12, "middle", 16, Svg.RED, "stop here");
    svg.line(850, middle - half + 8, 850, middle + half + 12, Svg.RED, 7);
    svg.circle(850, middle + half + 26, 16, Svg.INK, Svg.INK);
    svg.text(850, middle - half - 12, "middle", 16, Svg.RED, "barrier");
    svg.text(
        480,
        510,
        "middle",
        16,
        Svg.MUTED,
        "A Vietnamese motorbike has its plate at the back alone: the camera stands behind the stop line.");
    return svg;
  }

  private static Svg pixels() {
    Svg svg = new Svg(960, 560);
    svg.text(40, 44, "start", 22, Svg.INK, "How wide a plate is in the picture");
    for (int metres = 1; metres <= 6; metres++) {
      svg.line(chartX(metres), 90, chartX(metres), 460, Svg.PALE, 1);
      svg.text(chartX(metres), 486, "middle", 16, Svg.MUTED, metres + " m");
    }
    for (int px = 0; px <= 300; px += 50) {
      svg.line(chartX(0.5), chartY(px), chartX(6), chartY(px), Svg.PALE, 1);
      svg.text(chartX(0.5) - 10, chartY(px) + 5, "end", 16, Svg.MUTED, Integer.toString(px));
    }
    svg.rect(
        chartX(0.5), chartY(100), chartX(6) - chartX(0.5), 460 - chartY(100), 0, "#fdecea", "none");
    svg.line(chartX(0.5), chartY(100), chartX(6), chartY(100), Svg.RED, 2);
    svg.text(chartX(0.56), chartY(100) + 22, "start", 16, Svg.RED, "too small");
    curve(svg, 0.190, Svg.BLUE, "motorbike, 190 mm", 112);
    curve(svg, 0.330, Svg.GREEN, "car, two lines, 330 mm", 142);
    curve(svg, 0.520, Svg.AMBER, "car, one line, 520 mm", 172);
    svg.text(620, 206, "start", 15, Svg.MUTED, "whole line: 1280 wide, broken: 1920 wide");
    svg.text(
        480,
        520,
        "middle",
        16,
        Svg.MUTED,
        "from the lens to the plate; dots: the farthest that is wide enough");
    return svg;
  }

  private static double chartX(double metres) {
    return 90 + (metres - 0.5) * 150;
  }

  private static double chartY(double px) {
    return 460 - px * 370 / 300;
  }

  private static void curve(Svg svg, double plate, String colour, String name, double keyY) {
    for (int picture : new int[] {1280, 1920}) {
      double before = Math.max(0.5, pixels(plate, 1, picture) / 300);
      for (double at = before + 0.05; at <= 6; at += 0.05) {
        boolean drawn = picture == 1280 || Math.round(at / 0.05) % 2 == 0;
        if (drawn) {
          double y0 = chartY(pixels(plate, at - 0.05, picture));
          svg.line(
              chartX(at - 0.05), y0, chartX(at), chartY(pixels(plate, at, picture)), colour, 2.5);
        }
      }
      double farthest = pixels(plate, 1, picture) / 100;
      if (farthest <= 6) {
        svg.circle(chartX(farthest), chartY(100), 6, colour, "#ffffff");
        svg.text(
            chartX(farthest),
            chartY(100) + (picture == 1280 ? -14 : 26),
            "middle",
            15,
            colour,
            String.format(Locale.ROOT, "%.1f m", farthest));
      }
    }
    svg.line(620, keyY - 5, 650, keyY - 5, colour, 4);
    svg.text(660, keyY, "start", 16, colour, name);
  }

  private static Svg lighting() {
    Svg svg = new Svg(960, 400);
    panel(svg, 30, Svg.GREEN, "right", "beside or above the lens, on the plate");
    panel(svg, 335, Svg.RED, "wrong", "behind the vehicle: a black plate");
    panel(svg, 640, Svg.RED, "wrong", "at the lens and strong: a burnt plate");
    scene(svg, 30, "#f4f4ee");
    beam(svg, 70, 120, 222, 236);
    lampAt(svg, 70, 120);
    scene(svg, 335, "#3a3f45");
    beam(svg, 590, 140, 400, 210);
    lampAt(svg, 590, 140);
    scene(svg, 640, "#ffffff");
    beam(svg, 700, 226, 832, 236);
    lampAt(svg, 690, 218);
    svg.circle(850, 236, 34, "#fff7d6", "none");
    svg.rect(832, 222, 36, 28, 3, "#ffffff", Svg.AMBER);
    return svg;
  }

  private static void panel(Svg svg, double x, String colour, String word, String text) {
    svg.rect(x, 30, 290, 340, 10, "#ffffff", Svg.PALE);
    svg.text(x + 20, 66, "start", 20, colour, word);
    svg.text(x + 145, 344, "middle", 15, Svg.INK, text);
  }

  private static void scene(Svg svg, double x, String plate) {
    svg.line(x + 16, 310, x + 274, 310, Svg.INK, 3);
    svg.rect(x + 30, 196, 30, 26, 5, Svg.INK, Svg.INK);
    svg.rect(x + 60, 204, 9, 11, 2, Svg.MUTED, Svg.INK);
    svg.line(x + 44, 222, x + 44, 310, Svg.MUTED, 5);
    svg.circle(x + 210, 286, 24, Svg.PALE, Svg.INK);
    svg.rect(x + 180, 172, 62, 100, 16, "#9aa5b1", Svg.INK);
    svg.rect(x + 192, 222, 36, 28, 3, plate, Svg.INK);
  }

  private static void beam(Svg svg, double x, double y, double toX, double toY) {
    svg.cone(
        "%.0f,%.0f %.0f,%.0f %.0f,%.0f".formatted(x, y, toX, toY - 50, toX, toY + 50), Svg.AMBER);
    svg.cone(
        "%.0f,%.0f %.0f,%.0f %.0f,%.0f".formatted(x, y, toX, toY - 30, toX, toY + 30), Svg.AMBER);
  }

  private static void lampAt(Svg svg, double x, double y) {
    svg.circle(x, y, 12, Svg.AMBER, Svg.INK);
  }
}
