package io.gatehouse.lane;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameStamp;
import io.gatehouse.camera.JpegEncoder;
import io.gatehouse.camera.QualityMeter;
import io.gatehouse.camera.Region;
import io.gatehouse.store.NewPassage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds on to exactly the frames that a vehicle may still be shown by, and to the newest one, and
 * makes JPEGs of them. Safe for use by several threads.
 */
public final class PictureKeeper implements AutoCloseable {

  private static final int THUMBNAIL_WIDTH = 160;
  // Enough round the plate that a person sees what it is fixed to.
  private static final double CROP_MARGIN = 0.25;

  private final JpegEncoder jpeg;
  private final QualityMeter quality = new QualityMeter();
  private final Map<Long, Frame> frames = new HashMap<>();
  private long newest = -1;
  private boolean closed;

  public PictureKeeper(JpegEncoder jpeg) {
    this.jpeg = jpeg;
  }

  /** Retains a frame, which is the newest from now on. */
  synchronized void keep(Frame frame) {
    if (!closed) {
      newest = frame.stamp().sequence();
      frames.computeIfAbsent(newest, sequence -> frame.retain());
    }
  }

  /** Closes all frames but these and the newest one. */
  synchronized void releaseAllBut(Set<Long> inUse) {
    frames
        .entrySet()
        .removeIf(held -> {
          boolean release = held.getKey() != newest && !inUse.contains(held.getKey());
          if (release) {
            held.getValue().close();
          }
          return release;
        });
  }

  /** The pictures of a frame, or empty when it is not kept. */
  Optional<NewPassage.Pictures> pictures(FrameStamp stamp, Optional<Region> plate) {
    Optional<Frame> held = hold(stamp.sequence());
    if (held.isEmpty()) {
      return Optional.empty();
    }
    try (Frame frame = held.get()) {
      Optional<byte[]> crop =
          plate
              .map(p -> p.padded(CROP_MARGIN, frame.width(), frame.height()))
              .map(p -> jpeg.encode(frame, p));
      return Optional.of(
          new NewPassage.Pictures(
              jpeg.encode(frame),
              crop,
              jpeg.encode(frame, THUMBNAIL_WIDTH),
              Optional.of(quality.measure(frame, plate))));
    }
  }

  /** The newest frame, when it was taken at this time or later, and its pictures. */
  Optional<Shot> newest(long notBeforeNanos) {
    Optional<Frame> held = hold(newestSequence());
    if (held.isEmpty()) {
      return Optional.empty();
    }
    try (Frame frame = held.get()) {
      FrameStamp stamp = frame.stamp();
      return stamp.capturedNanos() - notBeforeNanos < 0
          ? Optional.empty()
          : pictures(stamp, Optional.empty()).map(p -> new Shot(stamp, p));
    }
  }

  /** A frame's stamp with its pictures. */
  record Shot(FrameStamp stamp, NewPassage.Pictures pictures) {}

  private synchronized long newestSequence() {
    return newest;
  }

  /** Encoding takes its time; meanwhile the frame must not be closed, nor the others wait. */
  private synchronized Optional<Frame> hold(long sequence) {
    return Optional.ofNullable(frames.get(sequence)).map(Frame::retain);
  }

  @Override
  public synchronized void close() {
    closed = true;
    frames.values().forEach(Frame::close);
    frames.clear();
  }
}
