package io.gatehouse.camera;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Native picture buffers that go round: in steady state a camera allocates nothing. Buffers of
 * another size than the one asked for are freed, so a camera may change its resolution. Safe for
 * use by several threads.
 */
public final class FramePool implements AutoCloseable {

  private static final int IDLE_KEPT = 4;

  private final Deque<Mat> idle = new ArrayDeque<>();
  private int live;
  private boolean closed;

  /**
   * A frame of the given size in pixels whose contents are undefined; the source fills {@link
   * Frame#bgr()}.
   */
  public Frame obtain(int width, int height, FrameStamp stamp) {
    return obtain(width, height, stamp, Optional.empty());
  }

  Frame obtain(int width, int height, FrameStamp stamp, Optional<SensorView> sensorView) {
    Mat mat = takeIdle(width, height);
    if (mat == null) {
      mat = new Mat(height, width, CV_8UC3);
    }
    synchronized (this) {
      live++;
    }
    return new Frame(this, mat, stamp, sensorView);
  }

  /** How many frames are out and not yet closed; 0 when nothing leaks. */
  public synchronized int live() {
    return live;
  }

  private synchronized Mat takeIdle(int width, int height) {
    while (!idle.isEmpty()) {
      Mat mat = idle.pop();
      if (mat.cols() == width && mat.rows() == height) {
        return mat;
      }
      mat.close();
    }
    return null;
  }

  synchronized void giveBack(Mat mat) {
    live--;
    if (closed || idle.size() >= IDLE_KEPT) {
      mat.close();
    } else {
      idle.push(mat);
    }
  }

  /** Frees the idle buffers; frames still out are freed as they are closed. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!idle.isEmpty()) {
      idle.pop().close();
    }
  }
}
