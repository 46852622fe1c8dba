package io.gatehouse.camera;

import io.gatehouse.common.TimeSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets a source wait until its next picture is due. One thread waits; any thread may end the wait.
 */
public final class Pacer implements AutoCloseable {

  /** The longest single wait, so that a clock which is moved by hand is noticed. */
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

  private final TimeSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private boolean closed;

  public Pacer(TimeSource time) {
    this.time = time;
  }

  /**
   * Waits until {@link TimeSource#nanos()} has reached the moment; at once when it has passed.
   *
   * @return false when the pacer was closed instead
   */
  public boolean awaitUntil(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos - time.nanos();
      while (!closed && left > 0) {
        // early or late makes no difference: the clock decides
        long _ = ended.awaitNanos(Math.min(left, LOOK_EVERY));
        left = nanos - time.nanos();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  public boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the wait under way and all later ones. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
