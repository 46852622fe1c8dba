package io.gatehouse.launch;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameSink;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the camera's frames and says once when enough have come. */
final class FrameLimit implements FrameSink {

  private final long limit;
  private final Runnable onReached;
  private final AtomicLong seen = new AtomicLong();

  FrameLimit(long limit, Runnable onReached) {
    this.limit = limit;
    this.onReached = onReached;
  }

  @Override
  public void accept(Frame frame) {
    if (seen.incrementAndGet() == limit) {
      onReached.run();
    }
  }

  long seen() {
    return seen.get();
  }
}
