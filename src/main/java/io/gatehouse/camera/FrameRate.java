package io.gatehouse.camera;

import java.util.concurrent.TimeUnit;

/** Frames a second, measured over the last two seconds. One thread counts, any may ask. */
final class FrameRate {

  private static final long WINDOW = TimeUnit.SECONDS.toNanos(2);

  /** Enough for 250 frames a second; of a faster camera only these are seen. */
  private final long[] arrivals = new long[512];

  private int count;

  synchronized void count(long nanos) {
    arrivals[count % arrivals.length] = nanos;
    count++;
  }

  synchronized double perSecond(long nanos) {
    int kept = Math.min(count, arrivals.length);
    int recent = 0;
    long oldest = nanos;
    long newest = nanos;
    for (int i = 1; i <= kept; i++) {
      long arrival = arrivals[(count - i) % arrivals.length];
      if (nanos - arrival >= WINDOW) {
        break;
      }
      newest = recent == 0 ? arrival : newest;
      oldest = arrival;
      recent++;
    }
    if (recent < 2) {
      return 0;
    }
    // the time that goes on without a frame counts against the rate
    long span = Math.max(newest - oldest, nanos - oldest - (newest - oldest) / (recent - 1));
    return span <= 0 ? 0 : (recent - 1) * 1e9 / span;
  }
}
