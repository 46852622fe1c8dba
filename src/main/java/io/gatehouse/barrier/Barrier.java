package io.gatehouse.barrier;

/**
 * The barrier of a lane. Called only after the passage is on the disk. Safe for use by several
 * threads.
 */
public interface Barrier extends AutoCloseable {

  /**
   * Lets one vehicle through. Returns when the command is given, not when the boom is up.
   *
   * @throws BarrierException when the command could not be given; the message says what to do
   */
  void open() throws BarrierException;

  /** Short stable name for doctor and the status bar: {@code none}, {@code screen}. */
  String label();

  @Override
  void close();
}
