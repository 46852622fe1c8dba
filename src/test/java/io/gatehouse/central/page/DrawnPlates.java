package io.gatehouse.central.page;

import com.google.gson.JsonObject;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A grey lane with the row's plate in it: small, and drawn in a millisecond. */
final class DrawnPlates implements PlatePictures {

  @Override
  public byte[] of(JsonObject row, String side, String size) {
    boolean thumb = "thumb".equals(size);
    BufferedImage image =
        new BufferedImage(thumb ? 192 : 640, thumb ? 108 : 360, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.scale(image.getWidth() / 640.0, image.getHeight() / 360.0);
    g.setColor(new Color("exit".equals(side) ? 0x3a4656 : 0x4b4f57));
    g.fillRect(0, 0, 640, 360);
    g.setColor(new Color(0xf4f3ee));
    g.fillRoundRect(170, 130, 300, 100, 14, 14);
    g.setColor(Color.BLACK);
    g.setStroke(new BasicStroke(4));
    g.drawRoundRect(170, 130, 300, 100, 14, 14);
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 44));
    String plate = row.get("plate_view").getAsString();
    g.drawString(plate, 320 - g.getFontMetrics().stringWidth(plate) / 2, 196);
    g.dispose();
    try (ByteArrayOutputStream jpeg = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpg", jpeg);
      return jpeg.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
