package io.gatehouse.camera;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The preview of a lane: takes every frame on the camera's thread, paints the newest one on the
 * screen's. OpenCV writes straight into the screen's memory; all matrices are kept from frame to
 * frame.
 */
public final class RealPreviewFeed implements PreviewFeed, FrameSink, AutoCloseable {

  private final FrameSlot slot = new FrameSlot();

  // guarded by this: only the screen's thread paints, but any thread may close
  private final Mat scaled;
  private final Size scaledSize;
  private ByteBuffer painted;
  private BytePointer paintedAddress;
  private Mat paintedPixels;
  private boolean closed;

  public RealPreviewFeed() {
    Natives.load();
    scaled = new Mat();
    scaledSize = new Size();
  }

  @Override
  public void accept(Frame frame) {
    slot.accept(frame);
  }

  @Override
  public synchronized boolean paintNewest(PreviewTarget target) {
    if (closed) {
      return false;
    }
    Optional<Frame> newest = slot.poll();
    if (newest.isEmpty()) {
      return false;
    }
    try (Frame frame = newest.get()) {
      paint(frame, target);
    }
    return true;
  }

  private void paint(Frame frame, PreviewTarget target) {
    int width = Math.min(frame.width(), Math.max(1, target.shownWidth()));
    int height = (int) Math.max(1, Math.round(frame.height() * (double) width / frame.width()));
    Mat source = frame.bgr();
    if (width < frame.width()) {
      scaledSize.width(width).height(height);
      // linear skips pixels, and so shimmers, from half the size down
      int interpolation = frame.width() >= 2 * width ? INTER_AREA : INTER_LINEAR;
      resize(source, scaled, scaledSize, 0, 0, interpolation);
      source = scaled;
    }
    cvtColor(source, pixels(target.pixels(width, height), width, height), COLOR_BGR2BGRA);
  }

  @SuppressWarnings("ReferenceEquality") // equal pixels in another buffer are another target
  private Mat pixels(ByteBuffer buffer, int width, int height) {
    if (buffer != painted || paintedPixels.cols() != width || paintedPixels.rows() != height) {
      if (!buffer.isDirect() || buffer.capacity() < 4L * width * height) {
        throw new IllegalArgumentException(
            "the preview of %dx%d needs a direct buffer of %d bytes, not %s"
                .formatted(width, height, 4L * width * height, buffer));
      }
      freePixels();
      painted = buffer;
      paintedAddress = new BytePointer(buffer.duplicate().clear());
      paintedPixels = new Mat(height, width, CV_8UC4, paintedAddress);
    }
    return paintedPixels;
  }

  private void freePixels() {
    if (paintedPixels != null) {
      paintedPixels.close();
      paintedAddress.close();
    }
    painted = null;
    paintedPixels = null;
    paintedAddress = null;
  }

  /** Frees the frame and the native memory held; painting does nothing from now on. */
  @Override
  public synchronized void close() {
    slot.close();
    if (!closed) {
      closed = true;
      freePixels();
      scaled.close();
      scaledSize.close();
    }
  }
}
