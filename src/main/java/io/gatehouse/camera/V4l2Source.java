package io.gatehouse.camera;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_HEIGHT;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_WIDTH;

import java.util.Optional;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;

/** An open V4L2 device. */
final class V4l2Source implements FrameSource {

  private static final int MOST_UNREADABLE_IN_A_ROW = 30;

  private final String name;
  private final VideoCapture capture;
  private final FrameFactory frames;
  private final CloseGuard guard;
  private final int width;
  private final int height;

  V4l2Source(String name, VideoCapture capture, FrameFactory frames) {
    this.name = name;
    this.capture = capture;
    this.frames = frames;
    this.guard = new CloseGuard(capture::close);
    this.width = (int) Math.max(1, capture.get(CAP_PROP_FRAME_WIDTH));
    this.height = (int) Math.max(1, capture.get(CAP_PROP_FRAME_HEIGHT));
  }

  @Override
  public Optional<Frame> next() throws CameraException {
    if (!guard.enter()) {
      return Optional.empty();
    }
    try {
      for (int i = 0; i < MOST_UNREADABLE_IN_A_ROW && !guard.isClosed(); i++) {
        if (!capture.grab()) {
          throw new CameraException(
              CameraFault.ENDED, "camera %s stopped; check its plug".formatted(name));
        }
        Optional<Frame> frame = retrieve();
        if (frame.isPresent()) {
          return frame;
        }
      }
    } finally {
      guard.leave();
    }
    throw new CameraException(
        CameraFault.GARBAGE,
        "camera %s sends no pictures that can be decoded; unplug it and plug it in again"
            .formatted(name));
  }

  /** A torn JPEG, as USB cameras send now and then, is no picture. */
  private Optional<Frame> retrieve() {
    Frame frame = frames.frame(width, height);
    // OpenCV writes into the pooled memory as long as the size is the announced one
    if (capture.retrieve(frame.bgr()) && !frame.bgr().empty() && frame.bgr().type() == CV_8UC3) {
      return Optional.of(frame);
    }
    frame.close();
    return Optional.empty();
  }

  @Override
  public void close() {
    guard.close();
  }
}
