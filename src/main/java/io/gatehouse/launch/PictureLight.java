package io.gatehouse.launch;

import io.gatehouse.parking.insight.Light;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** How bright a stored picture is. */
final class PictureLight {

  private PictureLight() {}

  static Light of(byte[] jpeg) {
    BufferedImage picture;
    try {
      picture = ImageIO.read(new ByteArrayInputStream(jpeg));
    } catch (IOException e) {
      return Light.UNKNOWN;
    }
    return picture == null ? Light.UNKNOWN : Light.of(meanLuma(picture));
  }

  /** Rec. 601, 0 to 255. */
  private static double meanLuma(BufferedImage picture) {
    double sum = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        sum += 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
      }
    }
    return sum / ((double) picture.getWidth() * picture.getHeight());
  }
}
