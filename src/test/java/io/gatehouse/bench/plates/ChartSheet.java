package io.gatehouse.bench.plates;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A white sheet to draw a chart on, at twice the pixels so that it stays sharp when enlarged. */
final class ChartSheet {

  static final Color INK = new Color(0x1F2933);
  static final Color SOFT = new Color(0x6B7783);
  static final Color LINE = new Color(0xE1E6EB);
  static final Color GOOD = new Color(0x1B998B);
  static final Color BAD = new Color(0xD64545);
  static final Color NONE = new Color(0xC9D1D9);

  /** Told apart by readers who see no difference between red and green, too. */
  private static final Color[] SERIES = {
    new Color(0x0B7285),
    new Color(0x5C3D99),
    new Color(0xE8890C),
    new Color(0x868E96),
    new Color(0xB02A5B),
    new Color(0x2F6B1F)
  };

  private static final int SCALE = 2;

  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  private final BufferedImage picture;
  private final Graphics2D pen;

  ChartSheet(int width, int height) {
    picture = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    pen.scale(SCALE, SCALE);
  }

  static Color series(int number) {
    return SERIES[number % SERIES.length];
  }

  /** Text with its base line at y. */
  void text(String text, double x, double y, int size, boolean bold, Color colour, Align align) {
    pen.setFont(new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size));
    pen.setColor(colour);
    double wide = pen.getFontMetrics().getStringBounds(text, pen).getWidth();
    double left =
        switch (align) {
          case LEFT -> x;
          case CENTRE -> x - wide / 2;
          case RIGHT -> x - wide;
        };
    pen.drawString(text, (float) left, (float) y);
  }

  void bar(double x, double y, double width, double height, Color colour) {
    pen.setColor(colour);
    pen.fill(new Rectangle2D.Double(x, y, Math.max(0, width), height));
  }

  void line(double x0, double y0, double x1, double y1, double thickness, Color colour) {
    pen.setColor(colour);
    pen.setStroke(new BasicStroke((float) thickness));
    pen.draw(new Line2D.Double(x0, y0, x1, y1));
  }

  /** A dot, filled or as a ring. */
  void dot(double x, double y, double radius, Color colour, boolean filled) {
    Ellipse2D dot = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    pen.setColor(filled ? colour : Color.WHITE);
    pen.fill(dot);
    pen.setColor(filled ? Color.WHITE : colour);
    pen.setStroke(new BasicStroke(1.5f));
    pen.draw(dot);
  }

  void save(Path file) throws IOException {
    pen.dispose();
    ImageIO.write(picture, "png", file.toFile());
  }
}
