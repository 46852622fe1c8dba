package io.gatehouse.snapshot.common;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks a run to end. Waits end at once; a call under way is let finish, since its answer is paid
 * for. Any thread.
 */
public final class Stop {

  private final CountDownLatch asked = new CountDownLatch(1);

  /** No further picture is begun. */
  public void ask() {
    asked.countDown();
  }

  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /**
   * Waits that long.
   *
   * @throws StoppedException when the run is asked to end, or was already
   */
  public void pause(Duration wait) throws StoppedException {
    try {
      if (asked.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new StoppedException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    }
  }
}
