package io.gatehouse.screens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A drawing on white paper, in pixels from the top left. */
final class Svg {

  static final String INK = "#1f2933";
  static final String MUTED = "#7b8794";
  static final String PALE = "#e4e7eb";
  static final String BLUE = "#0b6bcb";
  static final String GREEN = "#1a7f37";
  static final String RED = "#c62828";
  static final String AMBER = "#d98e04";

  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;
  private int clips;

  Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  private Svg add(String element) {
    body.append(element).append('\n');
    return this;
  }

  Svg line(double x0, double y0, double x1, double y1, String colour, double thick) {
    return add(
        String.format(
            Locale.ROOT,
            "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='%.1f' stroke-linecap='round'/>",
            x0,
            y0,
            x1,
            y1,
            colour,
            thick));
  }

  Svg dashed(double x0, double y0, double x1, double y1, String colour) {
    return add(
        String.format(
            Locale.ROOT,
            "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='1.5' stroke-dasharray='6 5'/>",
            x0,
            y0,
            x1,
            y1,
            colour));
  }

  Svg rect(double x, double y, double w, double h, double round, String fill, String stroke) {
    return add(
        String.format(
            Locale.ROOT,
            "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='%.1f' fill='%s' stroke='%s' stroke-width='2'/>",
            x,
            y,
            w,
            h,
            round,
            fill,
            stroke));
  }

  Svg circle(double x, double y, double r, String fill, String stroke) {
    return add(
        String.format(
            Locale.ROOT,
            "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s' stroke='%s' stroke-width='2'/>",
            x,
            y,
            r,
            fill,
            stroke));
  }

  /** A closed or open path in SVG's own letters. */
  Svg path(String d, String fill, String stroke, double thick) {
    return add(
        String.format(
            Locale.ROOT,
            "<path d='%s' fill='%s' stroke='%s' stroke-width='%.1f' stroke-linejoin='round'/>",
            d,
            fill,
            stroke,
            thick));
  }

  Svg cone(String points, String colour) {
    return add(
        String.format(
            Locale.ROOT, "<polygon points='%s' fill='%s' fill-opacity='0.12'/>", points, colour));
  }

  /** A cone cut to a rectangle. */
  Svg coneWithin(double x, double y, double w, double h, String points, String colour) {
    clips++;
    return add(
        String.format(
            Locale.ROOT,
            "<clipPath id='clip%d'><rect x='%.1f' y='%.1f' width='%.1f' height='%.1f'/></clipPath>"
                + "<polygon points='%s' fill='%s' fill-opacity='0.12' clip-path='url(#clip%d)'/>",
            clips,
            x,
            y,
            w,
            h,
            points,
            colour,
            clips));
  }

  /**
   * Writes a line of text.
   *
   * @param anchor start, middle or end
   */
  Svg text(double x, double y, String anchor, int size, String colour, String text) {
    return add(
        String.format(
            Locale.ROOT,
            "<text x='%.1f' y='%.1f' text-anchor='%s' font-size='%d' fill='%s'>%s</text>",
            x,
            y,
            anchor,
            size,
            colour,
            text.replace("&", "&amp;").replace("<", "&lt;")));
  }

  /** A measure with arrows at both ends, lying or standing. */
  Svg measure(double x0, double y0, double x1, double y1, String text) {
    return add(String.format(
            Locale.ROOT,
            "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='1.5'"
                + " marker-start='url(#arrow)' marker-end='url(#arrow)'/>",
            x0,
            y0,
            x1,
            y1,
            BLUE))
        .text(
            (x0 + x1) / 2 + (x0 == x1 ? 10 : 0),
            (y0 + y1) / 2 + (x0 == x1 ? 5 : -9),
            x0 == x1 ? "start" : "middle",
            16,
            BLUE,
            text);
  }

  void write(Path file) throws IOException {
    String head =
        """
        <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d' font-family='Inter, Helvetica, Arial, sans-serif'>
        <defs><marker id='arrow' viewBox='0 0 10 10' refX='9' refY='5' markerWidth='9' markerHeight='9' orient='auto-start-reverse'><path d='M0 1 L9 5 L0 9 z' fill='%s'/></marker></defs>
        <rect width='%d' height='%d' fill='#ffffff'/>
        """
            .formatted(width, height, width, height, BLUE, width, height);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, head + body + "</svg>\n");
  }
}
