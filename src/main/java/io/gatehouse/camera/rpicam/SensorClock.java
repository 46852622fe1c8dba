package io.gatehouse.camera.rpicam;

import java.time.Duration;

/**
 * How old a picture is, from the time that the sensor's driver gave it. That time is on the
 * system's clock since boot, which is ours too unless the machine once slept; then the quickest
 * picture so far tells how the two differ. Used by one thread.
 */
final class SensorClock {

  private static final long PLAUSIBLE = Duration.ofSeconds(10).toNanos();
  private static final long AHEAD = Duration.ofSeconds(1).toNanos();

  private boolean known;
  private boolean same;
  private long offset;

  /**
   * A picture's age; never negative.
   *
   * @param sensorNanos when it was taken, on the driver's clock
   * @param nowNanos on ours
   */
  Duration age(long sensorNanos, long nowNanos) {
    long difference = nowNanos - sensorNanos;
    if (!known || difference - offset < -AHEAD) {
      known = true;
      same = difference >= 0 && difference < PLAUSIBLE;
      offset = same ? 0 : difference;
    } else if (!same) {
      offset = Math.min(offset, difference);
    }
    return Duration.ofNanos(Math.max(0, difference - offset));
  }
}
