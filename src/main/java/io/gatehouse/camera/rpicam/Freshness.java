package io.gatehouse.camera.rpicam;

import java.time.Duration;

/**
 * Passes over pictures that waited too long, as they come after a pause. When only late ones come,
 * late ones are better than none. Used by one thread.
 */
final class Freshness {

  private static final int MOST_PASSED_OVER = 20;

  private final Duration limit;
  private int late;

  Freshness(Duration limit) {
    this.limit = limit;
  }

  /** Whether to show a picture of this age. */
  boolean shows(Duration age) {
    if (age.compareTo(limit) <= 0) {
      late = 0;
      return true;
    }
    late = Math.min(late + 1, MOST_PASSED_OVER + 1);
    return late > MOST_PASSED_OVER;
  }
}
