package io.gatehouse.snapshot.recognizer;

import java.util.Optional;

/**
 * Calls of this month.
 *
 * @param used so far
 * @param allowed in the month
 * @param resetsOn as the API tells it
 */
public record Usage(long used, long allowed, Optional<String> resetsOn) {

  /** Calls that can still be made. */
  public long left() {
    return Math.max(0, allowed - used);
  }
}
