package io.gatehouse.camera;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Frames, or parts of them, as JPEG files in memory: baseline, 4:2:0. Stateless; any thread. Native
 * memory is freed before a call returns.
 */
public final class JpegEncoder {

  private final int quality;

  /**
   * @param quality 1 (small) to 100 (best)
   */
  public JpegEncoder(int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("JPEG quality %d is not 1 to 100".formatted(quality));
    }
    Natives.load();
    this.quality = quality;
  }

  /** The whole frame in its own size. */
  public byte[] encode(Frame frame) {
    return encode(frame, whole(frame), Integer.MAX_VALUE);
  }

  /** The whole frame, scaled down (never up) to at most {@code maxWidth} pixels. */
  public byte[] encode(Frame frame, int maxWidth) {
    return encode(frame, whole(frame), maxWidth);
  }

  /** A part of the frame in its own size. */
  public byte[] encode(Frame frame, Region region) {
    return encode(frame, region, Integer.MAX_VALUE);
  }

  /**
   * A part of the frame, scaled down (never up) to at most {@code maxWidth} pixels, proportions
   * kept.
   *
   * @throws IllegalArgumentException when the region does not lie within the frame
   */
  public byte[] encode(Frame frame, Region region, int maxWidth) {
    if (region.x() < 0
        || region.y() < 0
        || region.right() > frame.width()
        || region.bottom() > frame.height()) {
      throw new IllegalArgumentException(
          "%s lies outside a frame of %dx%d".formatted(region, frame.width(), frame.height()));
    }
    if (maxWidth < 1) {
      throw new IllegalArgumentException("width %d is less than 1".formatted(maxWidth));
    }
    try (Rect rect = new Rect(region.x(), region.y(), region.width(), region.height());
        Mat part = new Mat(frame.bgr(), rect)) {
      if (region.width() <= maxWidth) {
        return encode(part);
      }
      int height =
          (int) Math.max(1, Math.round(region.height() * (double) maxWidth / region.width()));
      try (Mat small = new Mat();
          Size size = new Size(maxWidth, height)) {
        resize(part, small, size, 0, 0, INTER_AREA);
        return encode(small);
      }
    }
  }

  private byte[] encode(Mat mat) {
    try (BytePointer encoded = new BytePointer();
        IntPointer parameters = new IntPointer(IMWRITE_JPEG_QUALITY, quality)) {
      if (!imencode(".jpg", mat, encoded, parameters)) {
        throw new IllegalStateException(
            "OpenCV refused to write a JPEG of %dx%d".formatted(mat.cols(), mat.rows()));
      }
      byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
      encoded.get(bytes);
      return bytes;
    }
  }

  private static Region whole(Frame frame) {
    return new Region(0, 0, frame.width(), frame.height());
  }
}
