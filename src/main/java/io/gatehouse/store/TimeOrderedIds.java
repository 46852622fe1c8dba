package io.gatehouse.store;

import io.gatehouse.common.TimeSource;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of Unix milliseconds, 12 bits that count within one
 * millisecond, 62 random bits. Each is greater than the one before, also when the clock is set
 * back. Safe for use by several threads.
 */
final class TimeOrderedIds {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int COUNTS_PER_MILLI = 0x1000;

  private final TimeSource time;
  private final SecureRandom random = new SecureRandom();
  private long lastMilli;
  private int count;

  TimeOrderedIds(TimeSource time) {
    this.time = time;
  }

  synchronized UUID next() {
    long milli = time.now().toEpochMilli();
    if (milli > lastMilli) {
      lastMilli = milli;
      count = 0;
    } else if (++count == COUNTS_PER_MILLI) {
      lastMilli++;
      count = 0;
    }
    long high = lastMilli << 16 | VERSION_7 | count;
    long low = VARIANT | random.nextLong() >>> 2;
    return new UUID(high, low);
  }
}
