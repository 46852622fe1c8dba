package io.gatehouse.barrier;

import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A barrier that is only shown: it tells its listeners when it opened, and until when it stays
 * open. It closes by itself.
 */
public final class ScreenBarrier implements Barrier {

  private final TimeSource time;
  private final Duration openFor;
  private final List<Consumer<Instant>> listeners = new CopyOnWriteArrayList<>();
  private volatile Instant openUntil = Instant.MIN;

  public ScreenBarrier(TimeSource time, Duration openFor) {
    this.time = time;
    this.openFor = openFor;
  }

  /**
   * Adds a listener for each opening, told until when it stays open (wall-clock time, UTC) on the
   * thread that opens; it must return at once.
   *
   * @return removes the listener
   */
  public Runnable onOpened(Consumer<Instant> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public boolean isOpen() {
    return time.now().isBefore(openUntil);
  }

  @Override
  public void open() {
    Instant until = time.now().plus(openFor);
    openUntil = until;
    listeners.forEach(l -> l.accept(until));
  }

  @Override
  public String label() {
    return "screen";
  }

  @Override
  public void close() {
    listeners.clear();
  }
}
