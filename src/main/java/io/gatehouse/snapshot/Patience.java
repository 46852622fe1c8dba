package io.gatehouse.snapshot;

import io.gatehouse.common.FullJitter;
import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * How long a run waits for others.
 *
 * @param tries of one picture, 1 or more
 * @param throttledTries being asked to slow down is no failure, but it must end too
 * @param backOff between tries
 * @param outage between looks at a database or bucket that is away
 * @param call longest wait for any step of one call
 * @param lease how long another run leaves a picture alone that this one is at
 */
record Patience(
    int tries,
    int throttledTries,
    FullJitter backOff,
    FullJitter outage,
    Duration call,
    Duration lease) {

  /**
   * As the product waits.
   *
   * @param random a number from 0 to below its argument
   */
  static Patience usual(int tries, LongUnaryOperator random) {
    return new Patience(
        tries,
        50 * tries,
        new FullJitter(Duration.ofSeconds(2), Duration.ofMinutes(1), random),
        new FullJitter(Duration.ofSeconds(2), Duration.ofSeconds(30), random),
        Duration.ofSeconds(60),
        Duration.ofMinutes(10));
  }
}
