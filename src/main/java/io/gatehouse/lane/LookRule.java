package io.gatehouse.lane;

import io.gatehouse.detect.VehiclePresence;
import java.time.Duration;

/**
 * Says which frames are searched for plates. Reading is dear: an empty lane is searched once a
 * second only, in case the vehicle detector overlooks something.
 */
final class LookRule {

  private static final long AFTERWARDS = Duration.ofSeconds(2).toNanos();
  private static final long IDLE = Duration.ofSeconds(1).toNanos();

  private boolean first = true;
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

  /** A plate was found: the next frames are searched too, whatever the vehicle detector says. */
  void found(long now) {
    lastBusy = now;
  }
}
