package io.gatehouse.barrier;

import java.time.Duration;

/**
 * The times of a barrier.
 *
 * @param pulse how long a relay is on: as long as a finger on the button
 * @param limit a command that takes longer has failed
 * @param clearance from the moment that the loop is free until the boom is lowered
 * @param patience a boom under which nobody drives is lowered after so long
 */
record Timing(Duration pulse, Duration limit, Duration clearance, Duration patience) {

  static final Timing STANDARD =
      new Timing(
          Duration.ofMillis(500),
          Duration.ofSeconds(3),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30));

  /** How the options are called. */
  static final String OPTIONS = "pulse, limit, clearance, patience";

  /** What a relay is given, so that it can say itself that it took too long. */
  Duration ownLimit() {
    return limit.minusMillis(100);
  }

  static Timing of(AddressOptions options) throws BarrierAddressException {
    return new Timing(
        options.time("pulse", STANDARD.pulse, Duration.ofMillis(50), Duration.ofSeconds(5)),
        options.time("limit", STANDARD.limit, Duration.ofMillis(200), Duration.ofSeconds(10)),
        options.time("clearance", STANDARD.clearance, Duration.ZERO, Duration.ofSeconds(60)),
        options.time("patience", STANDARD.patience, Duration.ofSeconds(5), Duration.ofMinutes(10)));
  }
}
