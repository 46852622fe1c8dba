package io.gatehouse.barrier;

import java.time.Duration;

/**
 * A switch that moves a boom while it is on, as a finger on the button would. Used by one thread;
 * {@link #close()} by any.
 */
interface Relay extends AutoCloseable {

  /**
   * Makes ready what can be before the first command; nothing moves. May be called again after a
   * failure.
   *
   * @throws BarrierException when the relay is not there; it may come yet
   */
  default void prepare() throws BarrierException, InterruptedException {}

  void on() throws BarrierException, InterruptedException;

  /** Harmless when it is off already. */
  void off() throws BarrierException, InterruptedException;

  /** How long it has to be on; zero when it goes off by itself and {@link #off()} is not needed. */
  Duration pulse();

  /** Off, and given back. */
  @Override
  void close();
}
