package io.gatehouse.lane;

import io.gatehouse.barrier.Barrier;
import io.gatehouse.barrier.BarrierException;
import io.gatehouse.barrier.BarrierStatus.Tally;
import io.gatehouse.common.Threads;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.store.AuditTrail;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageStore;
import io.gatehouse.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes: first the passage to the disk, then the command to the barrier, in
 * the order of the guard's taps.
 */
public final class PassageRecorder implements AutoCloseable {

  /** Told what became of a passage, on the recorder's thread. */
  interface Listener {

    /**
     * On the disk.
     *
     * @param given as it was handed in
     * @param shut why the barrier did not take the command; empty when it did, or was to stay shut
     */
    void stored(NewPassage given, Passage stored, Optional<BarrierException> shut);

    /** Not on the disk; the barrier stays shut. */
    void notStored(StoreException why);
  }

  /** Something that asks the store and may wait for it. */
  @FunctionalInterface
  interface Question {
    void ask(PassageStore store) throws StoreException;
  }

  private static final Logger log = LoggerFactory.getLogger(PassageRecorder.class);

  private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);

  private final PassageStore store;
  private final AuditTrail trail;
  private final Barrier barrier;
  private final ExecutorService thread;
  private Optional<Passage> openedFor = Optional.empty(); // its thread's own

  /**
   * @param trail where an opening by hand is written down
   */
  public PassageRecorder(PassageStore store, AuditTrail trail, Barrier barrier, Threads threads) {
    this.store = store;
    this.trail = trail;
    this.barrier = barrier;
    this.thread = threads.single("passage-recorder");
  }

  /**
   * Stores the passage, then opens the barrier if it was let through.
   *
   * @param passage made on the recorder's thread, since making its pictures takes a while
   */
  void record(Supplier<NewPassage> passage, Listener listener) {
    try {
      thread.execute(() -> storeThenOpen(passage, listener));
    } catch (RejectedExecutionException e) {
      listener.notStored(new StoreException("the lane is closed; nothing is stored any more", e));
    }
  }

  private void storeThenOpen(Supplier<NewPassage> made, Listener listener) {
    NewPassage passage;
    Passage stored;
    try {
      passage = made.get();
      stored = store.record(passage);
    } catch (StoreException e) {
      listener.notStored(e);
      return;
    } catch (RuntimeException e) { // the tap must be answered, whatever went wrong
      listener.notStored(new StoreException("the passage could not be stored: " + e, e));
      return;
    }
    listener.stored(passage, stored, open(passage, stored));
  }

  private Optional<BarrierException> open(NewPassage passage, Passage stored) {
    if (!passage.decision().outcome().opens()) {
      return Optional.empty();
    }
    openedFor = Optional.of(stored);
    return give(barrier::open);
  }

  /** Something that the barrier is told. */
  @FunctionalInterface
  private interface Command {
    void give() throws BarrierException;
  }

  private static Optional<BarrierException> give(Command command) {
    try {
      command.give();
      return Optional.empty();
    } catch (BarrierException e) {
      return Optional.of(e);
    } catch (RuntimeException e) { // a driver's fault must not look like a lost passage
      return Optional.of(new BarrierException("the barrier failed: " + e, e));
    }
  }

  /**
   * Opens the barrier without a passage, once it is written down why: an opening that leaves no
   * trace is none that the product offers. Completes on the recorder's thread, exceptionally with a
   * {@link StoreException} (the barrier stays shut) or a {@link BarrierException}.
   */
  CompletableFuture<Void> openByHand(AuditEvent why) {
    return byHand(
        why,
        () -> {
          openedFor = Optional.empty();
          barrier.open();
        });
  }

  /** The same, downwards. */
  CompletableFuture<Void> lowerByHand(AuditEvent why) {
    return byHand(why, barrier::lower);
  }

  private CompletableFuture<Void> byHand(AuditEvent why, Command command) {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    try {
      thread.execute(() -> writeThenGive(why, command, answer));
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(
          new StoreException("the lane is closed; the barrier stays as it is", e));
    }
    return answer;
  }

  private void writeThenGive(AuditEvent why, Command command, CompletableFuture<Void> answer) {
    try {
      trail.append(why);
    } catch (StoreException e) {
      answer.completeExceptionally(e);
      return;
    } catch (RuntimeException e) { // the tap must be answered, whatever went wrong
      answer.completeExceptionally(new StoreException("it could not be written down: " + e, e));
      return;
    }
    give(command)
        .ifPresentOrElse(
            shut -> {
              noteShut(why, shut);
              answer.completeExceptionally(shut);
            },
            () -> answer.complete(null));
  }

  /**
   * Writes down that the loop has counted more vehicles than openings, with the passage that it
   * opened for last. Of nobody: it is what a loop says, no guard's doing. Returns at once.
   */
  void noteMore(Tally tally, Instant at) {
    String counted = "%d > %d".formatted(tally.vehicles(), tally.openings());
    AuditEvent more = AuditEvent.of(at, Actor.named(""), AuditKind.MORE_THAN_OPENED, counted);
    ask(
        _ -> trail.append(openedFor.map(p -> more.of(p.display(), p.id())).orElse(more)),
        e -> log.warn("that the loop counted {} could not be kept: {}", counted, e.getMessage()));
  }

  /** The row before says that it opened: one more takes that back. */
  private void noteShut(AuditEvent why, BarrierException shut) {
    try {
      trail.append(AuditEvent.of(why.at(), why.who(), AuditKind.BARRIER_FAILED, shut.getMessage()));
    } catch (StoreException | RuntimeException e) { // nothing may hide the barrier's own failure
      log.warn("that the barrier did not open could not be written down: {}", e.getMessage());
    }
  }

  /** Asks the store something, between two passages. A failure is logged: nothing depends on it. */
  void ask(Question question) {
    ask(question, e -> log.warn("the store gave no answer: {}", e.getMessage()));
  }

  /** The same, for somebody who waits for the answer: a failure is told. */
  void ask(Question question, Consumer<StoreException> failed) {
    try {
      thread.execute(() -> {
        try {
          question.ask(store);
        } catch (StoreException e) {
          failed.accept(e);
        } catch (RuntimeException e) { // who waits must be answered, whatever went wrong
          failed.accept(new StoreException("the books could not be read: " + e, e));
        }
      });
    } catch (RejectedExecutionException e) {
      failed.accept(new StoreException("the lane is closed; nothing is looked up any more", e));
    }
  }

  /** Finishes what was accepted, for two seconds at most. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOPS_WITHIN.toNanos(), TimeUnit.NANOSECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
