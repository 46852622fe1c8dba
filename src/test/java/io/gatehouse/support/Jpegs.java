package io.gatehouse.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures that nobody took. */
public final class Jpegs {

  private Jpegs() {}

  /** A true JPEG of noise, another for each seed. */
  public static byte[] noise(long seed, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A small picture filled up to a size with bytes behind its end, another for each seed. */
  public static byte[] padded(byte[] jpeg, int bytes, long seed) {
    byte[] padded = Arrays.copyOf(jpeg, bytes);
    byte[] filling = new byte[bytes - jpeg.length];
    new Random(seed).nextBytes(filling);
    System.arraycopy(filling, 0, padded, jpeg.length, filling.length);
    return padded;
  }
}
