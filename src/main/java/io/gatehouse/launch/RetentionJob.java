package io.gatehouse.launch;

import io.gatehouse.common.Threads;
import io.gatehouse.lane.LaneState;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.Retention;
import io.gatehouse.store.RetentionPolicy;
import io.gatehouse.store.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what has grown old while nobody waits: a few rows, then a rest, and nothing at all while
 * a vehicle stands before the desk.
 */
final class RetentionJob implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RetentionJob.class);

  /**
   * How long it rests.
   *
   * @param afterStart before it first looks
   * @param afterRemoval so that the lane has the disk for itself meanwhile
   * @param afterLook when nothing was removed
   * @param whileBusy until it looks again whether the vehicle is gone
   * @param betweenSweeps between two walks through all
   * @param onFullDisk the same while there is no room for pictures
   */
  record Rests(
      Duration afterStart,
      Duration afterRemoval,
      Duration afterLook,
      Duration whileBusy,
      Duration betweenSweeps,
      Duration onFullDisk) {

    static final Rests STANDARD =
        new Rests(
            Duration.ofMinutes(2),
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofHours(6),
            Duration.ofMinutes(10));
  }

  /** On a full disk so many steps at a time: no more goes than is needed. */
  private static final int STEPS_ON_A_FULL_DISK = 100;

  private final KioskStore store;
  private final Supplier<RetentionPolicy> policy;
  private final Supplier<LaneState> lane;
  private final Threads threads;
  private final Rests rests;
  private final CountDownLatch end = new CountDownLatch(1);
  private Optional<Thread> thread = Optional.empty();

  /**
   * Makes the job; {@link #start} starts it.
   *
   * @param policy as it holds now; asked before each walk
   */
  RetentionJob(
      KioskStore store,
      Supplier<RetentionPolicy> policy,
      Supplier<LaneState> lane,
      Threads threads,
      Rests rests) {
    this.store = store;
    this.policy = policy;
    this.lane = lane;
    this.threads = threads;
    this.rests = rests;
  }

  void start() {
    thread = Optional.of(threads.start("retention", this::run));
  }

  private void run() {
    try {
      boolean ended = rest(rests.afterStart());
      while (!ended) {
        walk(Long.MAX_VALUE, () -> store.retention().sweep(policy.get()));
        boolean full = isFull();
        if (full) {
          walk(STEPS_ON_A_FULL_DISK, () -> store.retention().sweepFullDisk());
        }
        ended = rest(full ? rests.onFullDisk() : rests.betweenSweeps());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isFull() {
    try {
      return !store.health().storesPictures();
    } catch (StoreException e) {
      log.warn("The disk's health is not known: {}", e.getMessage());
      return false;
    }
  }

  @FunctionalInterface
  private interface Beginning {
    Retention.Sweep sweep() throws StoreException;
  }

  /** What could not be removed is tried again with the next walk. */
  private void walk(long steps, Beginning beginning) throws InterruptedException {
    long pictures = 0;
    long passages = 0;
    try {
      Retention.Sweep sweep = beginning.sweep();
      boolean ended = false;
      for (long i = 0; i < steps && !ended; i++) {
        ended = waitForNobody();
        if (!ended) {
          Retention.Step step = sweep.step();
          pictures += step.pictures();
          passages += step.passages();
          ended = step.end() || rest(step.removed() ? rests.afterRemoval() : rests.afterLook());
        }
      }
    } catch (StoreException e) {
      log.warn("What has grown old was not removed: {}", e.getMessage());
    }
    if (pictures + passages > 0) {
      log.info("Removed for their age: {} pictures, {} passages", pictures, passages);
    }
  }

  /**
   * Returns when no vehicle waits.
   *
   * @return whether the job is to end instead
   */
  private boolean waitForNobody() throws InterruptedException {
    while (somebodyWaits(lane.get())) {
      if (rest(rests.whileBusy())) {
        return true;
      }
    }
    return end.getCount() == 0;
  }

  static boolean somebodyWaits(LaneState state) {
    return state.current().filter(vehicle -> !vehicle.gone()).isPresent()
        || state.waiting().stream().anyMatch(vehicle -> !vehicle.gone());
  }

  /**
   * Lets time pass.
   *
   * @return whether the job is to end
   */
  private boolean rest(Duration pause) throws InterruptedException {
    return end.await(pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Ends after the step that is being done; the store may be closed then. */
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
