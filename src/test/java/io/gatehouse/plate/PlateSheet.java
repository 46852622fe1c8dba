package io.gatehouse.plate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws plates of every shape on one picture, for eyes: {@code PlateSheet OUT.png}. */
final class PlateSheet {

  private static final double PIXELS_A_MILLIMETRE = 1.1;

  private record Sample(PlateColour colour, Plate plate, PlateShape shape) {}

  private PlateSheet() {}

  static void main(String[] args) throws IOException {
    PlateAlphabet alphabet = PlateAlphabet.load();
    BufferedImage sheet = new BufferedImage(1250, 1000, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(new Color(0x30, 0x34, 0x3a));
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    double x = 20;
    double y = 20;
    double rowHeight = 0;
    for (Sample sample : samples()) {
      PlateLayout layout = PlateLayout.of(sample.plate(), sample.shape(), alphabet);
      double width = layout.shape().width() * PIXELS_A_MILLIMETRE;
      if (x + width > sheet.getWidth()) {
        x = 20;
        y += rowHeight + 20;
        rowHeight = 0;
      }
      AffineTransform before = g.getTransform();
      g.translate(x, y);
      g.scale(PIXELS_A_MILLIMETRE, PIXELS_A_MILLIMETRE);
      draw(g, layout, sample.colour());
      g.setTransform(before);
      x += width + 20;
      rowHeight = Math.max(rowHeight, layout.shape().height() * PIXELS_A_MILLIMETRE);
    }
    g.dispose();
    ImageIO.write(sheet, "png", Path.of(args[0]).toFile());
  }

  private static List<Sample> samples() {
    return List.of(
        sample(PlateColour.WHITE, "30A12345", "30A-123.45", "30A", "123.45", PlateShape.CAR_LONG),
        sample(PlateColour.WHITE, "30A12345", "30A-123.45", "30A", "123.45", PlateShape.CAR_SHORT),
        sample(PlateColour.WHITE, "59P127384", "", "59-P1", "273.84", PlateShape.MOTORBIKE),
        sample(PlateColour.WHITE, "29MĐ120246", "", "29-MĐ1", "202.46", PlateShape.MOTORBIKE),
        sample(PlateColour.WHITE, "62T37531", "", "62-T3", "7531", PlateShape.MOTORBIKE),
        sample(PlateColour.YELLOW, "51LD68097", "51LD-680.97", "", "", PlateShape.CAR_LONG),
        sample(PlateColour.BLUE, "80B05213", "80B-052.13", "80B", "052.13", PlateShape.CAR_SHORT),
        sample(PlateColour.WHITE, "80001NG01", "80-001-NG-01", "", "", PlateShape.CAR_LONG),
        sample(PlateColour.WHITE, "80168NN06", "", "80-NN", "168-06", PlateShape.CAR_SHORT),
        sample(PlateColour.RED, "TM1234", "TM-12-34", "", "", PlateShape.CAR_LONG),
        sample(PlateColour.WHITE, "29AA77777", "", "29-AA", "777.77", PlateShape.MOTORBIKE));
  }

  private static Sample sample(
      PlateColour colour,
      String text,
      String display,
      String upper,
      String lower,
      PlateShape shape) {
    return new Sample(
        colour, new Plate(text, PlateKind.UNKNOWN, shape.lines(), display, upper, lower), shape);
  }

  private static void draw(Graphics2D g, PlateLayout layout, PlateColour colour) {
    PlateShape shape = layout.shape();
    Color ink =
        switch (colour) {
          case WHITE, YELLOW, UNKNOWN -> Color.BLACK;
          case BLUE, RED -> Color.WHITE;
        };
    double radius = 2 * shape.cornerRadius();
    double inset = shape.frameInset();
    g.setColor(
        switch (colour) {
          case WHITE, UNKNOWN -> new Color(0xf4, 0xf4, 0xee);
          case YELLOW -> new Color(0xf5, 0xb8, 0x1c);
          case BLUE -> new Color(0x1c, 0x4f, 0xa8);
          case RED -> new Color(0xc2, 0x1f, 0x2b);
        });
    g.fill(new RoundRectangle2D.Double(0, 0, shape.width(), shape.height(), radius, radius));
    g.setColor(ink);
    g.setStroke(new BasicStroke((float) shape.frameWidth()));
    g.draw(
        new RoundRectangle2D.Double(
            inset,
            inset,
            shape.width() - 2 * inset,
            shape.height() - 2 * inset,
            radius - 2 * inset,
            radius - 2 * inset));
    for (PlacedGlyph placed : layout.glyphs()) {
      AlphabetSheet.draw(g, placed.glyph());
    }
  }
}
