package io.gatehouse.barrier;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The barrier that the settings name, so that another one can be chosen and tried while the lane
 * runs.
 */
public final class ChosenBarrier implements Barrier {

  private final Supplier<String> address;
  private final Function<String, Barrier> make;
  private final List<Consumer<BarrierStatus>> listeners = new CopyOnWriteArrayList<>();
  private String made;
  private volatile Barrier barrier;
  private boolean closed;

  /**
   * @param address as the settings have it now
   * @param make a barrier by its address
   */
  public ChosenBarrier(Supplier<String> address, Function<String, Barrier> make) {
    this.address = address;
    this.make = make;
    this.made = address.get();
    this.barrier = make.apply(made);
    follow();
  }

  /** The settings have changed: gives the old barrier up, then takes the new one. Blocks. */
  public synchronized void refresh() {
    String now = address.get();
    if (closed || now.equals(made)) {
      return;
    }
    barrier.close(); // both may be the same line or port
    made = now;
    barrier = make.apply(now);
    follow();
  }

  private void follow() {
    Runnable _ = barrier.listen(this::tell);
    tell(barrier.status());
  }

  private void tell(BarrierStatus status) {
    listeners.forEach(listener -> listener.accept(status));
  }

  @Override
  public void open() throws BarrierException {
    barrier.open();
  }

  @Override
  public void lower() throws BarrierException {
    barrier.lower();
  }

  @Override
  public BarrierStatus status() {
    return barrier.status();
  }

  @Override
  public Runnable listen(Consumer<BarrierStatus> listener) {
    listeners.add(listener);
    listener.accept(status());
    return () -> listeners.remove(listener);
  }

  @Override
  public String label() {
    return barrier.label();
  }

  @Override
  public synchronized void close() {
    closed = true;
    barrier.close();
  }
}
