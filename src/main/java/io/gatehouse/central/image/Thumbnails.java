package io.gatehouse.central.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Makes the small pictures of those that come without: gates of ours bring their own. They are made
 * when the picture comes, so that a list of a hundred is not a hundred pictures to decode.
 */
final class Thumbnails {

  private static final int LONGEST_SIDE = 320;

  private Thumbnails() {}

  /** A JPEG of at most 320 pixels a side; empty for a file that only begins like one. */
  static Optional<byte[]> of(byte[] jpeg, JpegHeader header) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    ImageReader reader = readers.next();
    try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(stream, true, true);
      ImageReadParam coarse = reader.getDefaultReadParam();
      int longest = Math.max(header.width(), header.height());
      // every n-th pixel, and still twice as many as are wanted: memory stays small
      int step = Math.max(1, longest / (2 * LONGEST_SIDE));
      coarse.setSourceSubsampling(step, step, 0, 0);
      return Optional.of(write(scaled(reader.read(0, coarse))));
    } catch (IOException | RuntimeException e) { // the decoder throws many kinds at broken files
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage scaled(BufferedImage image) {
    double factor =
        Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return small;
  }

  private static byte[] write(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }
}
