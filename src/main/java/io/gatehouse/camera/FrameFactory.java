package io.gatehouse.camera;

import io.gatehouse.common.TimeSource;
import java.util.concurrent.atomic.AtomicLong;

/** Makes stamped frames for a source: pooled memory, one running sequence, one clock. */
public final class FrameFactory {

  private final FramePool pool;
  private final TimeSource time;
  private final AtomicLong sequence = new AtomicLong();

  public FrameFactory(FramePool pool, TimeSource time) {
    this.pool = pool;
    this.time = time;
  }

  /** A frame of the given size in pixels, stamped now, contents undefined. */
  public Frame frame(int width, int height) {
    FrameStamp stamp = new FrameStamp(sequence.getAndIncrement(), time.nanos(), time.now());
    return pool.obtain(width, height, stamp);
  }

  public TimeSource time() {
    return time;
  }
}
