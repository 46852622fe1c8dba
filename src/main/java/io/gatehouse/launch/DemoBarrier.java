package io.gatehouse.launch;

import io.gatehouse.barrier.Barrier;
import io.gatehouse.barrier.BarrierException;
import io.gatehouse.barrier.BarrierStatus;
import java.util.function.Consumer;

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
  public void lower() throws BarrierException {
    real.lower();
  }

  @Override
  public BarrierStatus status() {
    return real.status();
  }

  @Override
  public Runnable listen(Consumer<BarrierStatus> listener) {
    return real.listen(listener);
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
