package io.gatehouse.support;

import io.gatehouse.barrier.Barrier;
import io.gatehouse.barrier.BarrierException;
import java.util.Optional;

/** Counts how often it was opened; can be told to fail. */
public final class RecordingBarrier implements Barrier {

  private int opened;
  private int lowered;
  private Optional<String> held = Optional.empty();
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
  public synchronized void lower() throws BarrierException {
    if (broken.isPresent()) {
      throw new BarrierException(broken.get());
    }
    if (held.isPresent()) {
      throw BarrierException.held(held.get());
    }
    lowered++;
  }

  /** It must not be lowered from now on. */
  public synchronized void hold(String why) {
    held = Optional.of(why);
  }

  public synchronized int lowered() {
    return lowered;
  }

  @Override
  public String label() {
    return "recording";
  }

  @Override
  public void close() {}
}
