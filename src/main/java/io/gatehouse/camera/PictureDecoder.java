package io.gatehouse.camera;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns picture files (JPEG, PNG, BMP, WebP) into frames, upright as their EXIF data says. Any
 * thread.
 *
 * <ul>
 *   <li>A picture of more than {@value #FULL_SIZE_PIXELS} pixels comes out at half, a quarter or an
 *       eighth of its width and height, so that a 100-megapixel one costs no more memory than any
 *       other. One of more than {@value #MOST_PIXELS} is refused by its header, before any memory
 *       is taken.
 *   <li>A JPEG that breaks off but still decodes is shown as far as it goes, with a warning in the
 *       log: the plate may be in the part that is there. One that does not decode is refused.
 *   <li>Paths may hold any characters: the bytes are read here, OpenCV never sees the name.
 * </ul>
 */
public final class PictureDecoder {

  private static final Logger log = LoggerFactory.getLogger(PictureDecoder.class);

  static final long FULL_SIZE_PIXELS = 28_000_000;
  static final long MOST_PIXELS = 400_000_000;
  static final long MOST_BYTES = 512L << 20;

  private static final byte[] JPEG_END = {(byte) 0xFF, (byte) 0xD9};
  private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "bmp", "webp");

  private final FrameFactory frames;

  public PictureDecoder(FrameFactory frames) {
    Natives.load();
    this.frames = frames;
  }

  /** Whether the name ends like one of a picture that can be decoded. */
  public static boolean isPictureName(Path file) {
    Path last = file.getFileName();
    if (last == null) {
      return false;
    }
    String name = last.toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /**
   * Reads and decodes a file.
   *
   * @return the picture, owned by the caller
   * @throws PictureException when there is no such picture, or it cannot be decoded
   */
  public Frame decode(Path file) throws PictureException {
    try (BytePointer bytes = read(file)) {
      return decode(bytes, file.toString());
    }
  }

  /**
   * Decodes a picture file that is in memory.
   *
   * @param name what messages call it
   * @return the picture, owned by the caller
   * @throws PictureException when it is no picture, or broken
   */
  public Frame decode(byte[] file, String name) throws PictureException {
    try (BytePointer bytes = bytesFor(file.length)) {
      bytes.put(file);
      return decode(bytes, name);
    }
  }

  private Frame decode(BytePointer bytes, String name) throws PictureException {
    ByteBuffer file = bytes.asByteBuffer().order(ByteOrder.BIG_ENDIAN);
    int flags = decodeFlags(header(file, name), name);
    boolean endsEarly = endsEarly(file);
    int length = file.limit() + (endsEarly ? JPEG_END.length : 0);
    try (Mat encoded = new Mat(1, length, CV_8UC1, bytes);
        Mat decoded = imdecode(encoded, flags)) {
      if (decoded.empty()) {
        throw broken(file, name, null);
      }
      Frame frame = frames.frame(decoded.cols(), decoded.rows());
      decoded.copyTo(frame.bgr());
      if (endsEarly) {
        log.warn("{} breaks off: only the part that is there is shown; copy it again", name);
      }
      return frame;
    } catch (RuntimeException e) { // OpenCV's own exceptions have no other type
      throw broken(file, name, e);
    }
  }

  /** The file's bytes outside the heap, which is small on a kiosk; the caller frees them. */
  private static BytePointer read(Path file) throws PictureException {
    if (Files.isDirectory(file)) {
      throw new PictureException(file + " is a folder, not a picture; give a picture file");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      if (size > MOST_BYTES) {
        throw new PictureException(
            "%s has %d MB, more than a picture can have (%d MB); give a picture file"
                .formatted(file, size >> 20, MOST_BYTES >> 20));
      }
      if (size == 0) {
        throw new PictureException(file + " is empty; copy it again");
      }
      return read(channel, size);
    } catch (NoSuchFileException e) {
      throw new PictureException(file + " does not exist; check the name", e);
    } catch (AccessDeniedException e) {
      throw new PictureException(file + " may not be read by this user; change its permissions", e);
    } catch (IOException e) {
      throw new PictureException(
          "%s cannot be read (%s); check the disk and the file".formatted(file, e.getMessage()), e);
    }
  }

  private static BytePointer read(FileChannel channel, long size) throws IOException {
    BytePointer bytes = bytesFor(size);
    boolean complete = false;
    try {
      ByteBuffer buffer = bytes.asByteBuffer();
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
      if (buffer.hasRemaining()) {
        throw new IOException("it was cut while it was read");
      }
      complete = true;
      return bytes;
    } finally {
      if (!complete) {
        bytes.close();
      }
    }
  }

  /**
   * Memory for a file, with a JPEG's end mark behind its limit: a JPEG that breaks off is decoded
   * with it, since without any OpenCV gives up even on what is there.
   */
  private static BytePointer bytesFor(long size) {
    BytePointer bytes = new BytePointer(size + JPEG_END.length);
    bytes.position(size).put(JPEG_END);
    return bytes.position(0).limit(size);
  }

  private static PictureHeader header(ByteBuffer file, String name) throws PictureException {
    if (file.limit() == 0) {
      throw new PictureException(name + " is empty; copy it again");
    }
    if (PictureHeader.format(file).isEmpty()) {
      throw new PictureException(
          name + " is not a picture that can be read; give a JPEG, PNG, BMP or WebP file");
    }
    return PictureHeader.read(file)
        .orElseThrow(() -> new PictureException(name + " breaks off in its header; copy it again"));
  }

  private static int decodeFlags(PictureHeader header, String name) throws PictureException {
    long pixels = header.pixels();
    if (pixels > MOST_PIXELS) {
      throw new PictureException(
          "%s claims %dx%d pixels, more than can be decoded (%d megapixels); save it smaller"
              .formatted(name, header.width(), header.height(), MOST_PIXELS / 1_000_000));
    }
    if (pixels <= FULL_SIZE_PIXELS) {
      return IMREAD_COLOR;
    } else if (pixels <= 4 * FULL_SIZE_PIXELS) {
      return IMREAD_REDUCED_COLOR_2;
    } else if (pixels <= 16 * FULL_SIZE_PIXELS) {
      return IMREAD_REDUCED_COLOR_4;
    }
    return IMREAD_REDUCED_COLOR_8;
  }

  private static PictureException broken(ByteBuffer file, String name, RuntimeException cause) {
    String why = endsEarly(file) ? "breaks off" : "is damaged";
    return new PictureException(
        "%s %s and cannot be decoded; copy it again".formatted(name, why), cause);
  }

  /** Whether a JPEG or PNG lacks its end mark; cameras may write a few bytes after it. */
  private static boolean endsEarly(ByteBuffer file) {
    return PictureHeader.format(file)
        .map(format ->
            switch (format) {
              case JPEG -> !contains(file, JPEG_END);
              case PNG -> !contains(file, new byte[] {'I', 'E', 'N', 'D'});
              case BMP, WEBP -> false;
            })
        .orElse(false);
  }

  private static boolean contains(ByteBuffer file, byte[] mark) {
    int tail = Math.max(0, file.limit() - (64 << 10));
    for (int at = file.limit() - mark.length; at >= tail; at--) {
      int same = 0;
      while (same < mark.length && file.get(at + same) == mark[same]) {
        same++;
      }
      if (same == mark.length) {
        return true;
      }
    }
    return false;
  }
}
