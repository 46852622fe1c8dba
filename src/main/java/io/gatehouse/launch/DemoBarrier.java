package io.gatehouse.launch;

import io.gatehouse.barrier.Barrier;
import io.gatehouse.barrier.BarrierException;

/** A barrier that also lets the demo lane's vehicle through. */
final class DemoBarrier implements Barrier {

  private final Barrier real;
  private final Runnable letThrough;

  DemoBarrier(Barrier real, Runnable letThrough) {
    this.real = real;
    this.letThrough = letThrough;
  }

  @Override
  public void open() throws BarrierException {
    real.open();
    letThrough.run();
  }

  @Override
  public String label() {
    return real.label();
  }

  @Override
  public void close() {
    real.close();
  }
}
