package io.gatehouse.camera;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.gatehouse.common.TechnicalNote;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.opencv.opencv_core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One opening of a camera, on a thread of its own, from opening to its end or its failure. Whatever
 * goes wrong becomes an {@link Outcome}.
 */
final class CameraRun implements Runnable {

  /** How it came to its end. */
  sealed interface Outcome {
    /** No more pictures. */
    record Finished() implements Outcome {}

    /** The note is one line for the technician. */
    record Failed(CameraFault fault, TechnicalNote note) implements Outcome {
      Failed(CameraFault fault, String message) {
        this(fault, TechnicalNote.plain(message));
      }
    }
  }

  private static final Logger log = LoggerFactory.getLogger(CameraRun.class);

  private static final int SMALLEST_SIDE = 8;
  private static final int LARGEST_SIDE = 16_384;
  private static final int MOST_GARBAGE_IN_A_ROW = 50;

  private final Camera camera;
  private final FrameFactory frames;
  private final TimeSource time;
  private final FrameRate rate = new FrameRate();
  private final List<? extends FrameSink> sinks;
  private final Runnable changed;
  private final long startedNanos;

  private volatile long progressNanos;
  private volatile Optional<Long> firstFrameNanos = Optional.empty();
  private final AtomicInteger garbageInARow = new AtomicInteger();
  private volatile Optional<Outcome> outcome = Optional.empty();

  // guarded by this
  private FrameSource source;
  private Thread thread;
  private boolean brokenOff;

  /**
   * @param sinks handed each picture that is one; asked anew each time
   * @param changed called on the first picture and at the end
   */
  CameraRun(Camera camera, FrameFactory frames, List<? extends FrameSink> sinks, Runnable changed) {
    this.camera = camera;
    this.frames = frames;
    this.time = frames.time();
    this.sinks = sinks;
    this.changed = changed;
    this.startedNanos = time.nanos();
    this.progressNanos = startedNanos;
  }

  synchronized void start(Threads threads) {
    thread = threads.start("camera", this);
  }

  @Override
  public void run() {
    Outcome how;
    try {
      how = show();
    } catch (CameraException e) {
      how = new Outcome.Failed(e.fault(), e.note());
    } catch (InterruptedException e) {
      how = new Outcome.Failed(CameraFault.FAILED, camera.label() + " was interrupted");
    } catch (Throwable e) {
      // Not only exceptions: native code and its loading fail with errors of any sort, and the
      // kiosk must outlive each of them.
      how = unexpected(e);
    }
    close();
    outcome = Optional.of(how);
    changed.run();
  }

  private Outcome show() throws CameraException, InterruptedException {
    FrameSource opened = camera.open(frames);
    synchronized (this) {
      source = opened;
      if (brokenOff) {
        return new Outcome.Finished();
      }
    }
    while (true) {
      Optional<Frame> next = opened.next();
      if (next.isEmpty()) {
        return new Outcome.Finished();
      }
      try (Frame frame = next.get()) {
        if (isBrokenOff()) {
          return new Outcome.Finished();
        }
        if (isPicture(frame)) {
          deliver(frame);
        } else if (garbageInARow.incrementAndGet() >= MOST_GARBAGE_IN_A_ROW) {
          return garbage();
        }
      }
    }
  }

  private void deliver(Frame frame) {
    long now = time.nanos();
    garbageInARow.set(0);
    progressNanos = now;
    rate.count(now);
    for (FrameSink sink : sinks) {
      sink.accept(frame);
    }
    if (firstFrameNanos.isEmpty()) {
      firstFrameNanos = Optional.of(now);
      changed.run();
    }
  }

  private static boolean isPicture(Frame frame) {
    Mat bgr = frame.bgr();
    return bgr.type() == CV_8UC3
        && Math.min(bgr.cols(), bgr.rows()) >= SMALLEST_SIDE
        && Math.max(bgr.cols(), bgr.rows()) <= LARGEST_SIDE;
  }

  private Outcome unexpected(Throwable e) {
    if (!isBrokenOff()) {
      log.error("{} failed in an unexpected way", camera.label(), e);
    }
    String what =
        e instanceof NativesException
            ? e.getMessage()
            : "%s failed unexpectedly (%s); see the log"
                .formatted(camera.label(), e.getClass().getSimpleName());
    return new Outcome.Failed(CameraFault.FAILED, what);
  }

  Outcome.Failed garbage() {
    return new Outcome.Failed(
        CameraFault.GARBAGE,
        camera.label() + " sends what is no picture; check the camera and its settings");
  }

  /** Ends it from outside, without waiting: its source is closed, its thread interrupted. */
  void breakOff(Threads threads) {
    Thread worker;
    synchronized (this) {
      if (brokenOff) {
        return;
      }
      brokenOff = true;
      worker = thread;
    }
    if (worker != null) {
      worker.interrupt();
    }
    // on a thread of its own, since a driver that hangs may hang here too
    threads.start("camera-close", this::close);
  }

  private void close() {
    FrameSource open;
    synchronized (this) {
      open = source;
      source = null;
    }
    if (open != null) {
      try {
        open.close();
      } catch (RuntimeException | LinkageError e) { // it is given up anyway
        log.warn("{} was not closed properly", camera.label(), e);
      }
    }
  }

  private synchronized boolean isBrokenOff() {
    return brokenOff;
  }

  /** How the source says it is; well while there is none. */
  SourceCondition condition() {
    FrameSource open;
    synchronized (this) {
      open = source;
    }
    return open == null ? new SourceCondition.Well() : open.condition();
  }

  /** Empty while it runs. */
  Optional<Outcome> outcome() {
    return outcome;
  }

  long startedNanos() {
    return startedNanos;
  }

  /** When the last good picture came, or when it was started. */
  long progressNanos() {
    return progressNanos;
  }

  /** When the first good picture came. */
  Optional<Long> firstFrameNanos() {
    return firstFrameNanos;
  }

  boolean sendsGarbage() {
    return garbageInARow.get() > 0;
  }

  double framesPerSecond() {
    return rate.perSecond(time.nanos());
  }
}
