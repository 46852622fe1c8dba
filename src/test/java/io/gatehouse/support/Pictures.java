package io.gatehouse.support;

import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.Natives;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Pictures for tests, drawn here. */
public final class Pictures {

  private Pictures() {}

  /** A frame factory with a pool of its own, on the system's clock. */
  public static FrameFactory factory() {
    Natives.load();
    return new FrameFactory(new FramePool(), TimeSource.system());
  }

  /** A frame of one colour, 0 to 255 each. The caller closes it. */
  public static Frame plain(FrameFactory frames, int width, int height, int b, int g, int r) {
    Frame frame = frames.frame(width, height);
    try (Scalar colour = new Scalar(b, g, r, 0)) {
      frame.bgr().put(colour);
    }
    return frame;
  }

  /** A frame of noise, always the same. The caller closes it. */
  public static Frame noise(FrameFactory frames, int width, int height) {
    Frame frame = frames.frame(width, height);
    byte[] noise = new byte[3 * width * height];
    new Random(1).nextBytes(noise);
    try (BytePointer pixels = frame.bgr().data()) {
      pixels.put(noise);
    }
    return frame;
  }

  /** Blue, green, red of one pixel, 0 to 255 each. */
  public static int[] pixel(Frame frame, int x, int y) {
    try (BytePointer pixel = frame.bgr().ptr(y, x)) {
      return new int[] {pixel.get(0) & 0xFF, pixel.get(1) & 0xFF, pixel.get(2) & 0xFF};
    }
  }

  /** A frame as a picture file in memory; {@code extension} as in {@code ".png"}. */
  public static byte[] encoded(Frame frame, String extension) {
    try (BytePointer bytes = new BytePointer()) {
      imencode(extension, frame.bgr(), bytes);
      byte[] file = new byte[(int) bytes.limit()];
      bytes.get(file);
      return file;
    }
  }

  /** Writes a picture file of one colour; the format follows the name's extension. */
  public static Path write(Path file, int width, int height, int b, int g, int r)
      throws IOException {
    String name = file.getFileName().toString();
    try (Frame frame = plain(factory(), width, height, b, g, r)) {
      return Files.write(file, encoded(frame, name.substring(name.lastIndexOf('.'))));
    }
  }
}
