package io.gatehouse.lane;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameSlot;
import io.gatehouse.detect.VehicleDetector;
import io.gatehouse.detect.VehiclePresence;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.vote.Observation;
import io.gatehouse.vote.VehicleTracker;
import io.gatehouse.vote.VoteEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From frames to vehicles, on one thread: the newest frame is searched for a vehicle, then for
 * plates, then voted on. A frame that fails is passed over; the loop ends only when it is
 * interrupted or the slot is closed. What it is handed it uses, but does not close.
 */
public final class Recognition {

  /** Told of each frame, on the recognition thread. */
  interface Listener {

    /** The frame is valid until this returns. */
    void recognized(Frame frame, Observation seen, List<VoteEvent> events);

    /** No frame came for a while. */
    void idle();

    /** The pictures have ended, for now or for good: the vehicles that this leaves behind. */
    void ended(List<VoteEvent> events);

    /** A frame could not be worked on; the next one will be. */
    void failed(long frame, Throwable why);

    /** The loop goes on: told after each frame, and every second without one. */
    void turned();
  }

  private static final Logger log = LoggerFactory.getLogger(Recognition.class);

  private static final Duration WAIT = Duration.ofSeconds(1);

  private final FrameSlot frames;
  private final VehicleDetector vehicles;
  private final PlateRecognizer plates;
  private final VehicleTracker tracker;
  private final PictureKeeper pictures;
  private final LookRule rule = new LookRule();
  private final Queue<Long> decided = new ConcurrentLinkedQueue<>();
  private volatile boolean endOfPictures;
  private boolean failureLogged;

  public Recognition(
      FrameSlot frames,
      VehicleDetector vehicles,
      PlateRecognizer plates,
      VehicleTracker tracker,
      PictureKeeper pictures) {
    this.frames = frames;
    this.vehicles = vehicles;
    this.plates = plates;
    this.tracker = tracker;
    this.pictures = pictures;
  }

  /** The thread's body. */
  void run(Listener listener) {
    try {
      while (!frames.isClosed()) {
        Optional<Frame> next = frames.take(WAIT);
        if (next.isPresent()) {
          try (Frame frame = next.get()) {
            workOn(frame, listener);
          }
        } else {
          rest(listener);
        }
        listener.turned();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the end
    }
    finish(listener);
  }

  /** The camera has come to the end of its pictures, or is live again. Any thread. */
  void endOfPictures(boolean ended) {
    endOfPictures = ended;
  }

  private void rest(Listener listener) {
    if (endOfPictures) {
      endOfPictures = false;
      finish(listener);
    }
    listener.idle();
  }

  private void finish(Listener listener) {
    try {
      listener.ended(tracker.finish());
      pictures.releaseAllBut(tracker.framesInUse());
    } catch (RuntimeException | LinkageError e) { // as with a frame
      log.error("the last vehicles could not be proposed", e);
    }
  }

  /** The guard has decided on this vehicle. Any thread; heeded with the next frame. */
  void decided(long vehicle) {
    decided.add(vehicle);
  }

  private void workOn(Frame frame, Listener listener) {
    try {
      for (Long vehicle = decided.poll(); vehicle != null; vehicle = decided.poll()) {
        tracker.decided(vehicle);
      }
      Observation seen = observe(frame);
      pictures.keep(frame);
      List<VoteEvent> events = tracker.observe(seen);
      listener.recognized(frame, seen, events);
      pictures.releaseAllBut(tracker.framesInUse());
    } catch (RuntimeException | LinkageError e) {
      // Whatever a picture does to a model or to native code, the lane must outlive it.
      long sequence = frame.stamp().sequence();
      if (!failureLogged) {
        failureLogged = true;
        log.error("frame {} could not be recognised; further failures are not logged", sequence, e);
      }
      listener.failed(sequence, e);
    }
  }

  private Observation observe(Frame frame) {
    long now = frame.stamp().capturedNanos();
    VehiclePresence presence = vehicles.observe(frame);
    if (!rule.look(presence, now)) {
      return new Observation(frame.stamp(), presence, false, List.of());
    }
    boolean thorough = rule.thorough(frame.stamp(), presence);
    List<PlateReading> readings = thorough ? plates.recognize(frame) : plates.glance(frame);
    if (!readings.isEmpty()) {
      rule.found(now);
    }
    return new Observation(frame.stamp(), presence, true, readings);
  }
}
