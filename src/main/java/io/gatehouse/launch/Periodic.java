package io.gatehouse.launch;

import io.gatehouse.common.Threads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that is done again and again on a thread of its own, first when one pause is over. */
final class Periodic implements AutoCloseable {

  private final String name;
  private final Duration pause;
  private final Runnable work;
  private final CountDownLatch end = new CountDownLatch(1);
  private Optional<Thread> thread = Optional.empty();

  /** Makes it; {@link #start} starts it. */
  Periodic(String name, Duration pause, Runnable work) {
    this.name = name;
    this.pause = pause;
    this.work = work;
  }

  void start(Threads threads) {
    thread = Optional.of(threads.start(name, this::run));
  }

  private void run() {
    try {
      while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        work.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for what is being done; what the work uses may be closed then. */
  @Override
  public void close() {
    end.countDown();
    try {
      if (thread.isPresent()) {
        thread.get().join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
