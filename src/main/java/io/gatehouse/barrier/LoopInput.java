package io.gatehouse.barrier;

import java.time.Duration;

/** A loop, photo cell or other contact that says whether a vehicle is under the boom. */
interface LoopInput extends AutoCloseable {

  /**
   * Waits for a change, for so long at most; used by one thread.
   *
   * @return whether a vehicle is there now
   * @throws BarrierException when it gives no answer; it is asked again later
   */
  boolean occupied(Duration atMost) throws BarrierException, InterruptedException;

  @Override
  void close();
}
