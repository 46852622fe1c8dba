package io.gatehouse.barrier;

import java.util.function.Consumer;

/**
 * The barrier of a lane. Called only after the passage is on the disk. No call takes longer than a
 * few seconds, whatever has become of the hardware. Safe for use by several threads.
 */
public interface Barrier extends AutoCloseable {

  /**
   * Lets one vehicle through. Returns when the command is given, not when the boom is up.
   *
   * @throws BarrierException when the command could not be given; the message says what to do
   */
  void open() throws BarrierException;

  /**
   * Lowers the boom, where {@link BarrierStatus#closes()}.
   *
   * @throws BarrierException when the command could not be given, or a vehicle is under the boom
   */
  default void lower() throws BarrierException {
    throw new BarrierException("this barrier is not lowered by command");
  }

  /** How it is doing. */
  default BarrierStatus status() {
    return BarrierStatus.PLAIN;
  }

  /**
   * Tells of every change, on the barrier's own thread; the listener must return at once.
   *
   * @return removes the listener
   */
  default Runnable listen(Consumer<BarrierStatus> listener) {
    return () -> {};
  }

  /** Short stable name for doctor and the log: {@code none}, {@code screen}, {@code GPIO 17}. */
  String label();

  /** Switches everything off; the barrier does nothing any more. */
  @Override
  void close();
}
