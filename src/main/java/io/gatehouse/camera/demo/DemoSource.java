package io.gatehouse.camera.demo;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FrameSource;
import io.gatehouse.camera.Pacer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Renders the lane frame by frame. The lane's own time advances by a fixed step a frame, so the
 * pictures depend on the seed and on which frames the barrier was opened at, and on no clock.
 */
final class DemoSource implements FrameSource {

  private final DemoOptions options;
  private final DemoLane lane;
  private final FrameFactory frames;
  private final Traffic traffic;
  private final Pacer pacer;
  private final ReentrantLock drawing = new ReentrantLock();
  private final long periodNanos;
  private LaneRenderer renderer;
  private long dueNanos;

  DemoSource(DemoOptions options, VehicleScript script, DemoLane lane, FrameFactory frames) {
    this.options = options;
    this.lane = lane;
    this.frames = frames;
    this.traffic = new Traffic(script, options.patienceSeconds());
    this.periodNanos = Math.round(TimeUnit.SECONDS.toNanos(1) / options.fps());
    this.pacer = new Pacer(frames.time());
    this.dueNanos = frames.time().nanos();
    lane.takeOpening();
  }

  @Override
  public Optional<Frame> next() throws InterruptedException {
    if (!waitUntilDue()) {
      return Optional.empty();
    }
    drawing.lock();
    try {
      if (pacer.isClosed()) {
        return Optional.empty();
      }
      if (renderer == null) {
        renderer = new LaneRenderer(options);
      }
      traffic.step(options.speed() / options.fps(), lane.takeOpening());
      Frame frame = frames.frame(options.width(), options.height());
      lane.show(renderer.render(traffic, frame));
      return Optional.of(frame);
    } finally {
      drawing.unlock();
    }
  }

  /** Whether the source is still open when the next frame is due. */
  private boolean waitUntilDue() throws InterruptedException {
    boolean open = pacer.awaitUntil(dueNanos);
    long now = frames.time().nanos();
    // late by more than a frame: go on from now instead of catching up in a burst
    dueNanos = now - dueNanos > periodNanos ? now + periodNanos : dueNanos + periodNanos;
    return open;
  }

  @Override
  public void close() {
    pacer.close();
    // the renderer's native memory goes only once nobody draws into it
    drawing.lock();
    try {
      if (renderer != null) {
        renderer.close();
        renderer = null;
      }
    } finally {
      drawing.unlock();
    }
  }
}
