package io.gatehouse.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands the newest frame from the camera's thread to a slower one. It holds one frame: a newer one
 * takes its place and the loser is freed, so that neither side waits for the other and the taker
 * never falls behind.
 */
public final class FrameSlot implements FrameSink, AutoCloseable {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private Frame newest;
  private boolean closed;
  private long dropped;

  /** Keeps (retains) the frame as the newest one; does nothing after {@link #close()}. */
  @Override
  public void accept(Frame frame) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      if (newest != null) {
        newest.close();
        dropped++;
      }
      newest = frame.retain();
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a frame that was not taken yet.
   *
   * @return the frame, owned by the caller; empty when none came in time, or the slot is closed
   */
  public Optional<Frame> take(Duration timeout) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = timeout.toNanos();
      while (newest == null && !closed && left > 0) {
        left = filled.awaitNanos(left);
      }
      return Optional.ofNullable(remove());
    } finally {
      lock.unlock();
    }
  }

  /** The newest frame not taken yet, owned by the caller, without waiting. */
  public Optional<Frame> poll() {
    lock.lock();
    try {
      return Optional.ofNullable(remove());
    } finally {
      lock.unlock();
    }
  }

  /** How many frames were replaced before they were taken. */
  public long dropped() {
    lock.lock();
    try {
      return dropped;
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

  /** Frees the frame held and wakes whoever waits; later frames are ignored. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      Frame left = remove();
      if (left != null) {
        left.close();
      }
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private Frame remove() {
    Frame frame = newest;
    newest = null;
    return frame;
  }
}
