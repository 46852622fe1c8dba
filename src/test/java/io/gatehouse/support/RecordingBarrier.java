package io.gatehouse.support;

import io.gatehouse.barrier.Barrier;
import io.gatehouse.barrier.BarrierException;
import java.util.Optional;

/** Counts how often it was opened; can be told to fail. */
public final class RecordingBarrier implements Barrier {

  private int opened;
  private Optional<String> broken = Optional.empty();

  /** Every command fails with this message from now on. */
  public synchronized void breakDown(String message) {
    broken = Optional.of(message);
  }

  public synchronized void mend() {
    broken = Optional.empty();
  }

  public synchronized int opened() {
    return opened;
  }

  @Override
  public synchronized void open() throws BarrierException {
    if (broken.isPresent()) {
      throw new BarrierException(broken.get());
    }
    opened++;
  }

  @Override
  public String label() {
    return "recording";
  }

  @Override
  public void close() {}
}
