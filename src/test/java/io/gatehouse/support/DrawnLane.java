package io.gatehouse.support;

import io.gatehouse.store.NewPassage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A lane with one vehicle, drawn plainly: pictures for tests of what shows them. */
public final class DrawnLane {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;

  private DrawnLane() {}

  /** Full picture, crop and thumbnail of a vehicle with these lines on its plate. */
  public static NewPassage.Pictures pictures(String upper, String lower, Color vehicle) {
    BufferedImage full = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = full.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(new Color(0x59616b));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    g.setColor(new Color(0x717a85));
    g.fillRect(0, 170, 520, 70);
    g.setColor(new Color(0x3a3f45));
    g.fillPolygon(new Polygon(new int[] {560, 720, 1050, 230}, new int[] {230, 230, 720, 720}, 4));
    g.setColor(new Color(0xd7c24a));
    g.setStroke(new BasicStroke(6));
    g.drawLine(560, 230, 330, 720);
    g.drawLine(720, 230, 950, 720);
    g.setColor(new Color(0x24282c));
    g.fillOval(440, 560, 400, 90);
    g.setColor(vehicle);
    g.fillRoundRect(480, 260, 320, 320, 120, 120);
    g.setColor(new Color(0x1c2733));
    g.fillRoundRect(530, 290, 220, 100, 40, 40);
    plate(g, upper, lower);
    g.dispose();
    return new NewPassage.Pictures(
        jpeg(full), Optional.of(jpeg(full.getSubimage(500, 410, 280, 180))), jpeg(small(full)));
  }

  private static void plate(Graphics2D g, String upper, String lower) {
    boolean two = !lower.isEmpty();
    int width = two ? 150 : 240;
    int height = two ? 104 : 60;
    int x = WIDTH / 2 - width / 2;
    g.setColor(new Color(0xf4f4ee));
    g.fillRoundRect(x, 440, width, height, 12, 12);
    g.setColor(Color.BLACK);
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 40));
    int middle = WIDTH / 2;
    g.drawString(upper, middle - g.getFontMetrics().stringWidth(upper) / 2, 484);
    g.drawString(lower, middle - g.getFontMetrics().stringWidth(lower) / 2, 530);
  }

  private static BufferedImage small(BufferedImage full) {
    BufferedImage small = new BufferedImage(160, 90, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = small.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(full, 0, 0, 160, 90, null);
    g.dispose();
    return small;
  }

  private static byte[] jpeg(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
