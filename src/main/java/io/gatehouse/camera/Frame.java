package io.gatehouse.camera;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * One picture of the lane: 8-bit BGR pixels in native memory, shared by reference count. Whoever is
 * handed a frame for the length of a call uses it freely; whoever keeps it longer calls {@link
 * #retain()} and closes what it retained. The last close gives the memory back to its {@link
 * FramePool}.
 */
public final class Frame implements AutoCloseable {

  private final FramePool pool;
  private final Mat bgr;
  private final FrameStamp stamp;
  private final Optional<SensorView> sensorView;
  private final AtomicInteger holders = new AtomicInteger(1);

  Frame(FramePool pool, Mat bgr, FrameStamp stamp, Optional<SensorView> sensorView) {
    this.pool = pool;
    this.bgr = bgr;
    this.stamp = stamp;
    this.sensorView = sensorView;
  }

  public FrameStamp stamp() {
    return stamp;
  }

  /** What the camera's own network saw; empty where it has none, or where that is silent. */
  public Optional<SensorView> sensorView() {
    return sensorView;
  }

  /** Pixels. */
  public int width() {
    return bgr.cols();
  }

  /** Pixels. */
  public int height() {
    return bgr.rows();
  }

  /**
   * The pixels as a CV_8UC3 matrix in BGR order. Read only, valid until this frame is closed.
   *
   * @throws IllegalStateException after the last close
   */
  public Mat bgr() {
    if (holders.get() <= 0) {
      throw new IllegalStateException(
          "frame " + stamp.sequence() + " was used after it was closed");
    }
    return bgr;
  }

  /**
   * Adds a holder.
   *
   * @return this frame
   * @throws IllegalStateException after the last close
   */
  public Frame retain() {
    int before = holders.getAndUpdate(n -> n <= 0 ? n : n + 1);
    if (before <= 0) {
      throw new IllegalStateException(
          "frame " + stamp.sequence() + " was retained after it was closed");
    }
    return this;
  }

  @Override
  public void close() {
    int left = holders.decrementAndGet();
    if (left == 0) {
      pool.giveBack(bgr);
    } else if (left < 0) {
      throw new IllegalStateException("frame " + stamp.sequence() + " was closed twice");
    }
  }
}
