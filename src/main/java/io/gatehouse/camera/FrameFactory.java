package io.gatehouse.camera;

import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Makes stamped frames for a source: pooled memory, one running sequence, one clock. */
public final class FrameFactory {

  private final FramePool pool;
  private final TimeSource time;
  private final AtomicLong sequence = new AtomicLong();
  private final AtomicLong photographs = new AtomicLong();

  public FrameFactory(FramePool pool, TimeSource time) {
    this.pool = pool;
    this.time = time;
  }

  /** A frame of the given size in pixels, stamped now, contents undefined. */
  public Frame frame(int width, int height) {
    return frame(width, height, 0);
  }

  /**
   * A frame that shows a photograph.
   *
   * @param photograph from {@link #nextPhotograph()}
   */
  Frame frame(int width, int height, long photograph) {
    FrameStamp stamp =
        new FrameStamp(sequence.getAndIncrement(), time.nanos(), time.now(), photograph);
    return pool.obtain(width, height, stamp);
  }

  /**
   * A frame of a camera that says when it took the picture, and may have looked at it already.
   *
   * @param age how long ago it was taken; not negative
   * @param sensorView what the camera's own network saw in it
   */
  public Frame frame(int width, int height, Duration age, Optional<SensorView> sensorView) {
    FrameStamp stamp =
        new FrameStamp(
            sequence.getAndIncrement(), time.nanos() - age.toNanos(), time.now().minus(age));
    return pool.obtain(width, height, stamp, sensorView);
  }

  /** Counts photographs, over reconnections too. */
  long nextPhotograph() {
    return photographs.incrementAndGet();
  }

  public TimeSource time() {
    return time;
  }
}
