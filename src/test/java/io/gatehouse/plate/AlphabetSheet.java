package io.gatehouse.plate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws the plate alphabet on one picture, for eyes: {@code AlphabetSheet OUT.png}. */
final class AlphabetSheet {

  private static final List<String> ROWS =
      List.of(
          "0123456789-.",
          "ABCDĐEFGHIJK",
          "LMNOPQRSTUVW",
          "XYZ 0OQD 8B6G",
          "5S 2Z 1I7 4A C",
          "59-P1273.84",
          "29MĐ1123.45");

  private AlphabetSheet() {}

  static void main(String[] args) throws IOException {
    PlateAlphabet alphabet = PlateAlphabet.load();
    BufferedImage sheet = new BufferedImage(1240, 1150, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.setColor(Color.BLACK);
    double y = 30;
    for (String row : ROWS) {
      double x = 30;
      for (int i = 0; i < row.length(); i++) {
        char character = row.charAt(i);
        if (character == ' ') {
          x += 50;
          continue;
        }
        Glyph glyph = alphabet.glyph(character).scaled(130, 1);
        draw(g, glyph.moved(x, y));
        x += glyph.advance();
      }
      y += 160;
    }
    g.dispose();
    ImageIO.write(sheet, "png", Path.of(args[0]).toFile());
  }

  static void draw(Graphics2D g, Glyph glyph) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setStroke(
        new BasicStroke(
            (float) glyph.strokeWidth(),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER,
            (float) PlateAlphabet.MITER_LIMIT));
    g.draw(path(glyph));
  }

  static Path2D path(Glyph glyph) {
    Path2D path = new Path2D.Double();
    for (PathSegment segment : glyph.path()) {
      switch (segment) {
        case PathSegment.Move(double x, double y) -> path.moveTo(x, y);
        case PathSegment.Line(double x, double y) -> path.lineTo(x, y);
        case PathSegment.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
            path.curveTo(x1, y1, x2, y2, x, y);
        case PathSegment.Close() -> path.closePath();
      }
    }
    return path;
  }
}
