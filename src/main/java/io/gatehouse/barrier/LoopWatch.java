package io.gatehouse.barrier;

import io.gatehouse.barrier.BarrierStatus.Loop;
import io.gatehouse.common.Threads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks a loop all the time, on a thread of its own, and tells what has changed. */
final class LoopWatch implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);
  private static final Duration STOPS_WITHIN = Duration.ofMillis(700);

  /** Told of each change, on the loop's thread; must return at once. */
  interface Listener {

    /**
     * The loop says something else than before.
     *
     * @param why there is no answer; empty when there is one
     */
    void loop(Loop says, Optional<String> why);
  }

  private final LoopInput input;
  private final Listener listener;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private Loop last = Loop.UNKNOWN;
  private Optional<String> lastFault = Optional.empty();

  LoopWatch(LoopInput input, Listener listener, Threads threads) {
    this.input = input;
    this.listener = listener;
    this.thread = threads.start("barrier-loop", this::run);
  }

  private void run() {
    try {
      while (closed.getCount() > 0) {
        ask();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the end
    }
  }

  private void ask() throws InterruptedException {
    try {
      tell(input.occupied(PATIENCE) ? Loop.OCCUPIED : Loop.FREE, Optional.empty());
    } catch (BarrierException e) {
      tell(Loop.UNKNOWN, Optional.of(e.getMessage()));
      boolean _ = closed.await(AFTER_A_FAULT.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void tell(Loop says, Optional<String> fault) {
    if (says != last || !fault.equals(lastFault)) {
      last = says;
      lastFault = fault;
      listener.loop(says, fault);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
    try {
      thread.join(STOPS_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    input.close();
  }
}
