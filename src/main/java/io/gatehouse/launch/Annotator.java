package io.gatehouse.launch;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.JpegEncoder;
import io.gatehouse.camera.Region;
import io.gatehouse.read.PlateReading;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Writes copies of pictures with boxes and texts drawn over the plates. */
final class Annotator {

  private static final Color PLATE = new Color(0x2E, 0xC2, 0x7E);
  private static final int QUALITY = 95;

  private final Path folder;
  private final JpegEncoder encoder = new JpegEncoder(QUALITY);

  /** Makes the folder if need be. */
  Annotator(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /**
   * Writes {@code name.jpg}, or {@code name-2.jpg} where pictures of several folders share a name.
   */
  void write(Path file, Frame frame, List<PlateReading> readings) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(encoder.encode(frame)));
    Graphics2D pen = picture.createGraphics();
    try {
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      readings.forEach(reading -> draw(pen, picture, reading));
    } finally {
      pen.dispose();
    }
    ImageIO.write(picture, "jpg", free(file).toFile());
  }

  private static void draw(Graphics2D pen, BufferedImage picture, PlateReading reading) {
    Region box = reading.box().region();
    int textHeight = Math.max(14, picture.getHeight() / 24);
    pen.setStroke(new BasicStroke(Math.max(2, textHeight / 8)));
    pen.setColor(PLATE);
    pen.drawRect(box.x(), box.y(), box.width(), box.height());
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, textHeight));
    String text = "%s %.0f %%".formatted(reading.plate().display(), 100 * reading.confidence());
    int width = pen.getFontMetrics().stringWidth(text);
    int x = Math.clamp(box.x(), 0, Math.max(0, picture.getWidth() - width));
    int y = box.y() > 2 * textHeight ? box.y() - textHeight / 2 : box.bottom() + textHeight + 4;
    pen.fillRect(x, y - textHeight, width, textHeight + textHeight / 4);
    pen.setColor(Color.BLACK);
    pen.drawString(text, x, y);
  }

  private Path free(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    Path free = folder.resolve(stem + ".jpg");
    for (int n = 2; Files.exists(free); n++) {
      free = folder.resolve("%s-%d.jpg".formatted(stem, n));
    }
    return free;
  }
}
