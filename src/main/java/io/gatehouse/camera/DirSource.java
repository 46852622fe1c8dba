package io.gatehouse.camera;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One showing of a folder. A picture that cannot be decoded is left out, with a line in the log.
 */
final class DirSource implements FrameSource {

  private static final Logger log = LoggerFactory.getLogger(DirSource.class);

  /**
   * A camera's size: larger pictures are shown smaller, or copying them ten times a second hurts.
   */
  private static final int LONGEST_SIDE = 2592;

  private final DirCamera camera;
  private final FrameFactory frames;
  private final PictureDecoder decoder;
  private final Pacer pacer;
  private final int framesEach;
  private final long nanosEach;

  private Iterator<Path> left;
  private boolean shownAny;
  private int framesLeft;
  private long due;
  private Frame picture; // guarded by this: close() may come while it is copied
  private long photograph;

  DirSource(DirCamera camera, FrameFactory frames, int framesEach, long nanosEach)
      throws CameraException {
    this.camera = camera;
    this.frames = frames;
    this.decoder = new PictureDecoder(frames);
    this.pacer = new Pacer(frames.time());
    this.framesEach = framesEach;
    this.nanosEach = nanosEach;
    this.left = camera.pictures().iterator();
    this.due = frames.time().nanos();
  }

  @Override
  public Optional<Frame> next() throws CameraException, InterruptedException {
    if (framesLeft == 0 && !nextPicture()) {
      return Optional.empty();
    }
    if (!pacer.awaitUntil(due)) {
      return Optional.empty();
    }
    long now = frames.time().nanos();
    boolean late = now - due > nanosEach; // a slow decoder delays what follows: no burst afterwards
    due = (late ? now : due) + nanosEach;
    framesLeft--;
    return copy();
  }

  /** Whether there is a picture to show; false after the last one. */
  private boolean nextPicture() throws CameraException, InterruptedException {
    while (!pacer.isClosed()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!left.hasNext()) {
        if (!shownAny) {
          throw camera.noPictures("holds no picture that can be read");
        }
        if (!camera.endless()) {
          return false;
        }
        shownAny = false;
        left = camera.pictures().iterator();
      }
      if (show(left.next())) {
        return true;
      }
    }
    return false;
  }

  private boolean show(Path file) {
    try {
      Frame decoded = shrunk(decoder.decode(file));
      synchronized (this) {
        freePicture();
        picture = decoded;
        if (pacer.isClosed()) {
          freePicture();
        }
      }
      framesLeft = framesEach;
      photograph = frames.nextPhotograph();
      shownAny = true;
      return true;
    } catch (PictureException e) {
      if (Thread.currentThread().isInterrupted()) {
        return false; // the lane is closing: the picture was broken off, not broken
      }
      log.warn("left out: {}", e.getMessage());
      return false;
    }
  }

  private Frame shrunk(Frame frame) {
    int longest = Math.max(frame.width(), frame.height());
    if (longest <= LONGEST_SIDE) {
      return frame;
    }
    double scale = LONGEST_SIDE / (double) longest;
    int width = (int) Math.max(1, Math.round(frame.width() * scale));
    int height = (int) Math.max(1, Math.round(frame.height() * scale));
    try (frame) {
      Frame small = frames.frame(width, height);
      resize(frame.bgr(), small.bgr(), small.bgr().size(), 0, 0, INTER_AREA);
      return small;
    }
  }

  private synchronized Optional<Frame> copy() {
    if (picture == null) {
      return Optional.empty();
    }
    Frame frame = frames.frame(picture.width(), picture.height(), photograph);
    picture.bgr().copyTo(frame.bgr());
    return Optional.of(frame);
  }

  private void freePicture() {
    if (picture != null) {
      picture.close();
      picture = null;
    }
  }

  @Override
  public void close() {
    pacer.close();
    synchronized (this) {
      freePicture();
    }
  }
}
