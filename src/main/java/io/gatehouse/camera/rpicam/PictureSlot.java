package io.gatehouse.camera.rpicam;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands the newest picture from the thread that empties the pipe to the one that converts it. Three
 * blocks of memory go round: one is filled, one waits, one is in use; a newer picture takes the
 * place of the one that waits.
 */
final class PictureSlot {

  private static final int BLOCKS = 3;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<byte[]> free = new ArrayDeque<>();
  private Optional<RawPicture> newest = Optional.empty();
  private boolean closed;

  /**
   * @param bytes of a picture
   */
  PictureSlot(int bytes) {
    for (int i = 0; i < BLOCKS; i++) {
      free.add(new byte[bytes]);
    }
  }

  /** A block to fill; the picture that waits is given up for it if need be. */
  byte[] block() {
    lock.lock();
    try {
      if (free.isEmpty()) {
        byte[] overtaken = newest.orElseThrow().pixels();
        newest = Optional.empty();
        return overtaken;
      }
      return free.pop();
    } finally {
      lock.unlock();
    }
  }

  /** Takes a picture in a block of {@link #block()}. */
  void put(RawPicture picture) {
    lock.lock();
    try {
      newest.ifPresent(overtaken -> free.push(overtaken.pixels()));
      newest = Optional.of(picture);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the next picture.
   *
   * @return empty when none came in time, or none will
   */
  Optional<RawPicture> take(Duration wait) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = wait.toNanos();
      while (newest.isEmpty() && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      Optional<RawPicture> taken = newest;
      newest = Optional.empty();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** The picture's memory is needed no longer. */
  void giveBack(RawPicture picture) {
    lock.lock();
    try {
      free.push(picture.pixels());
    } finally {
      lock.unlock();
    }
  }

  /** No more pictures come; the one that waits may still be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
