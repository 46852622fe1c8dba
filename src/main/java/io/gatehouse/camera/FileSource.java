package io.gatehouse.camera;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One showing of a video file. */
final class FileSource implements FrameSource {

  private static final Logger log = LoggerFactory.getLogger(FileSource.class);

  /** Between pictures that carry no time. */
  private static final long UNTIMED_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  /** A gap in a clip's timestamps is no reason to stand still. */
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(5);

  private final FileCamera camera;
  private final FrameFactory frames;
  private final boolean realtime;
  private final Pacer pacer;
  private final Object swap = new Object();
  private FfmpegStream stream; // changed under swap, on the reader's thread
  private boolean shownAny;
  private boolean anchored;
  private long anchorNanos;
  private double anchorSeconds;
  private long due;

  FileSource(FileCamera camera, FrameFactory frames, boolean realtime)
      throws CameraException, InterruptedException {
    this.camera = camera;
    this.frames = frames;
    this.realtime = realtime;
    this.pacer = new Pacer(frames.time());
    this.stream = camera.stream(frames);
  }

  @Override
  public Optional<Frame> next() throws CameraException, InterruptedException {
    while (!advance()) {
      if (pacer.isClosed()) {
        return Optional.empty();
      }
      Optional<CameraException> empty = camera.emptyAtEnd(shownAny);
      if (empty.isPresent()) {
        throw empty.get();
      }
      if (!camera.endless()) {
        return Optional.empty();
      }
      startOver();
    }
    if (realtime && !pacer.awaitUntil(nextDue())) {
      return Optional.empty();
    }
    Optional<Frame> frame = stream.picture(frames);
    shownAny |= frame.isPresent();
    return frame;
  }

  /** What is already shown counts: a clip that breaks off has come to its end. */
  private boolean advance() throws CameraException, InterruptedException {
    try {
      return stream.advance();
    } catch (CameraException e) {
      if (!shownAny || pacer.isClosed()) {
        throw e;
      }
      log.warn("{} breaks off: {}", camera.label(), e.getMessage());
      return false;
    }
  }

  private long nextDue() {
    long now = frames.time().nanos();
    if (stream.seconds().isEmpty()) {
      due = Math.max(due + UNTIMED_NANOS, now);
      return due;
    }
    double seconds = stream.seconds().getAsDouble();
    due = anchorNanos + Math.round((seconds - anchorSeconds) * 1e9);
    boolean late = now - due > TimeUnit.SECONDS.toNanos(1);
    if (!anchored || late || due - now > LONGEST_WAIT) {
      anchored = true;
      anchorNanos = now;
      anchorSeconds = seconds;
      due = now;
    }
    return due;
  }

  private void startOver() throws CameraException, InterruptedException {
    FfmpegStream fresh = camera.stream(frames);
    synchronized (swap) {
      stream.close();
      stream = fresh;
      if (pacer.isClosed()) {
        fresh.close();
      }
    }
    anchored = false;
    shownAny = false;
  }

  @Override
  public void close() {
    pacer.close();
    synchronized (swap) {
      stream.close();
    }
  }
}
