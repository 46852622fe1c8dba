package io.gatehouse.support.rpicam;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture file, stretched to size; all of it is a car. */
final class PictureScene implements Scene {

  private final Shot shot;

  PictureScene(Geometry geometry, String file) throws IOException {
    BufferedImage read = ImageIO.read(new File(file));
    BufferedImage image =
        new BufferedImage(geometry.width(), geometry.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(read, 0, 0, geometry.width(), geometry.height(), null);
    g.dispose();
    shot =
        new Shot(
            YuvPacker.pack(geometry, image::getRGB),
            List.of(new Thing(0.05, 0.05, 0.95, 0.95, 0.75, 2)));
  }

  @Override
  public Shot shot(long number) {
    return shot;
  }
}
