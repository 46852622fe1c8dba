package io.gatehouse.lane;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.detect.VehiclePresence;
import java.time.Duration;

/**
 * Says which frames are searched for plates. Reading is dear: an empty lane is searched once a
 * second only, in case the vehicle detector overlooks something.
 */
final class LookRule {

  private static final long AFTERWARDS = Duration.ofSeconds(2).toNanos();
  private static final long IDLE = Duration.ofSeconds(1).toNanos();

  private static final long STANDING = Duration.ofMillis(250).toNanos();
  private static final long MOVING = Duration.ofSeconds(1).toNanos();
  private static final long EMPTY = Duration.ofSeconds(5).toNanos();
  private static final long LONG_EMPTY = Duration.ofSeconds(20).toNanos();

  private boolean first = true;
  private boolean neverThorough = true;
  private long lastThorough;
  private long lastBusy;
  private long lastLook;

  boolean look(VehiclePresence presence, long now) {
    if (presence.present() || !presence.still()) {
      lastBusy = now;
    }
    boolean look = first || now - lastBusy < AFTERWARDS || now - lastLook >= IDLE;
    if (first) {
      lastBusy = now;
      first = false;
    }
    if (look) {
      lastLook = now;
    }
    return look;
  }

  /**
   * Whether the dear means are worth their time: for a vehicle that stands, a few times a second;
   * for one that moves, now and then, should the cheap ones not see its plate at all; in an empty
   * lane seldom, and the longer it is empty the less, for there they would keep a small machine
   * busy day and night.
   */
  boolean thorough(FrameStamp frame, VehiclePresence presence) {
    long now = frame.capturedNanos();
    boolean thorough =
        frame.isPhotograph() || neverThorough || now - lastThorough >= pause(presence, now);
    if (thorough) {
      neverThorough = false;
      lastThorough = now;
    }
    return thorough;
  }

  private long pause(VehiclePresence presence, long now) {
    long empty = now - lastBusy;
    if (empty >= AFTERWARDS) {
      return Math.clamp(empty / 2, EMPTY, LONG_EMPTY);
    }
    return presence.present() && presence.still() ? STANDING : MOVING;
  }

  /** A plate was found: the next frames are searched too, whatever the vehicle detector says. */
  void found(long now) {
    lastBusy = now;
  }
}
