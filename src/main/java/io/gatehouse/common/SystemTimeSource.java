package io.gatehouse.common;

import java.time.Instant;

/** The machine's clock; the only place in the product that reads it. */
final class SystemTimeSource implements TimeSource {

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
