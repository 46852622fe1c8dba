package io.gatehouse.common;

import java.time.Instant;

/** The clock as a hardware edge: everything that asks for the time is handed one of these. */
public interface TimeSource {

  /** Wall-clock time in UTC. May step when the system clock is set. */
  Instant now();

  /** Monotonic nanoseconds since an arbitrary origin; only differences mean anything. */
  long nanos();

  /** The machine's own clock. */
  static TimeSource system() {
    return new SystemTimeSource();
  }
}
