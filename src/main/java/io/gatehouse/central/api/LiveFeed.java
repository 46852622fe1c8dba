package io.gatehouse.central.api;

import io.gatehouse.common.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what changed in the database, whichever process changed it. One thread asks the
 * database for all listeners of this process together, and only while there are any.
 */
final class LiveFeed implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);

  private static final long EVERY_MILLIS = 500;
  private static final int QUEUED = 1_000;

  /**
   * How far back is looked each time: what is written by a process with a slow clock, or committed
   * after something later, is found all the same.
   */
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  /** Wakes a listener for whom there will be nothing more. */
  private static final LiveEvent END = new LiveEvent("end", "", Optional.empty());

  private final Changes changes;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wake = lock.newCondition();
  private final Thread poller;
  private volatile boolean closed;

  /** Somebody who listens; a listener that does not keep up is let go, and comes again. */
  static final class Listener {

    private final BlockingQueue<LiveEvent> events = new ArrayBlockingQueue<>(QUEUED);
    private volatile boolean lost;

    /** The next event, or null when nothing happened for so long. */
    LiveEvent next(Duration patience) throws InterruptedException {
      LiveEvent event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      return END.equals(event) ? null : event;
    }

    boolean isLost() {
      return lost;
    }

    private void offer(LiveEvent event) {
      lost |= !events.offer(event);
    }
  }

  LiveFeed(Changes changes, Threads threads) {
    this.changes = changes;
    this.poller = threads.start("central-live", this::poll);
  }

  Listener listen() {
    Listener listener = new Listener();
    lock.lock();
    try {
      listeners.add(listener);
      wake.signalAll();
    } finally {
      lock.unlock();
    }
    return listener;
  }

  void leave(Listener listener) {
    listeners.remove(listener);
  }

  boolean isClosed() {
    return closed;
  }

  private void poll() {
    try {
      while (!closed) {
        Instant since = waitForListeners();
        Map<Long, Instant> told = new HashMap<>();
        Map<String, Camera> cameras = new HashMap<>();
        while (!closed && !listeners.isEmpty()) {
          since = tell(since, told, cameras);
          pause();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Instant waitForListeners() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (listeners.isEmpty() && !closed) {
        wake.await();
      }
      return changes.now();
    } finally {
      lock.unlock();
    }
  }

  private void pause() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
      while (left > 0 && !closed) {
        left = wake.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns up to when everything was told. */
  private Instant tell(Instant since, Map<Long, Instant> told, Map<String, Camera> cameras) {
    try {
      Instant newest = tellRows(since, told);
      Instant horizon = newest.minus(OVERLAP);
      told.values().removeIf(at -> at.isBefore(horizon));
      tellCameras(cameras);
      return newest;
    } catch (JdbiException e) {
      log.warn("Changes could not be read; they are asked for again", e);
      return since;
    }
  }

  private Instant tellRows(Instant since, Map<Long, Instant> told) {
    Instant newest = since;
    Instant from = since.minus(OVERLAP);
    boolean all = false;
    while (!all && !closed) {
      List<Changes.Changed> some = changes.since(from);
      for (Changes.Changed change : some) {
        if (!change.at().equals(told.put(change.vehicle().id(), change.at()))) {
          offer(change.event());
        }
        newest = change.at().isAfter(newest) ? change.at() : newest;
      }
      all = some.size() < Changes.AT_ONCE || some.getLast().at().equals(from);
      from = some.isEmpty() ? from : some.getLast().at();
    }
    return newest;
  }

  private void tellCameras(Map<String, Camera> known) {
    boolean first = known.isEmpty();
    for (Camera camera : changes.cameras()) {
      Camera before = known.put(camera.gateId() + ":" + camera.id(), camera);
      if (!first && !camera.equals(before)) {
        offer(LiveEvent.of(camera));
      }
    }
  }

  private void offer(LiveEvent event) {
    listeners.forEach(listener -> listener.offer(event));
  }

  /** Lets all listeners go. */
  @Override
  public void close() {
    closed = true;
    lock.lock();
    try {
      wake.signalAll();
    } finally {
      lock.unlock();
    }
    poller.interrupt();
    offer(END);
  }
}
