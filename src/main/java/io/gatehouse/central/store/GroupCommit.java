package io.gatehouse.central.store;

import io.gatehouse.common.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what several requests bring in one transaction, and waits for the disk once for all of
 * them. Each request gets its own answer, when everything is on the disk.
 *
 * @param <T> what a request brings
 * @param <R> what it is answered
 */
public final class GroupCommit<T, R> implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  /** More that wait than this are refused: they would wait longer than a gate does. */
  private static final int WAITING = 4096;

  private static final long WAIT_SECONDS = 20;
  private static final long END_SECONDS = 10;

  /** Writes a batch in one transaction. */
  @FunctionalInterface
  public interface Work<T, R> {

    /**
     * Writes them all.
     *
     * @return one answer each, in order
     */
    List<R> write(Handle handle, List<T> batch);
  }

  /** It was not written in time, or not at all; the same may be sent again. */
  public static final class BusyException extends Exception {

    private static final long serialVersionUID = 1L;

    BusyException(String message) {
      super(message);
    }
  }

  private record Waiting<T, R>(T item, CompletableFuture<R> answer) {}

  private final CentralDatabase database;
  private final Work<T, R> work;
  private final int largest;
  private final BlockingQueue<Waiting<T, R>> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread;
  private volatile boolean closing;

  /**
   * Starts its thread.
   *
   * @param largest how many go into one transaction
   */
  public GroupCommit(
      String name, CentralDatabase database, Threads threads, int largest, Work<T, R> work) {
    this.database = database;
    this.work = work;
    this.largest = largest;
    this.thread = threads.start(name, this::run);
  }

  /**
   * Writes one item; returns when it is on the disk.
   *
   * @throws BusyException when that takes too long, or the server ends
   * @throws RuntimeException what the work throws of this very item
   */
  public R write(T item) throws BusyException {
    Waiting<T, R> waiting = new Waiting<>(item, new CompletableFuture<>());
    if (closing || !queue.offer(waiting)) {
      throw new BusyException(closing ? "the server ends" : "too many wait already");
    }
    try {
      return waiting.answer.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new BusyException("the database is too slow");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException("the server ends");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  /** How many wait. */
  public int waiting() {
    return queue.size();
  }

  private void run() {
    List<Waiting<T, R>> batch = new ArrayList<>(largest);
    try {
      while (!closing || !queue.isEmpty()) {
        Waiting<T, R> first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, largest - 1);
          commit(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Waiting<T, R>> batch) {
    try {
      List<R> answers = write(batch);
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).answer.complete(answers.get(i));
      }
    } catch (RuntimeException e) {
      if (batch.size() == 1) {
        batch.getFirst().answer.completeExceptionally(e);
        return;
      }
      // one of them is to blame, or the database was away for a moment: each on its own
      log.warn("{} writes together failed, now one by one: {}", batch.size(), e.toString());
      for (Waiting<T, R> single : batch) {
        commit(List.of(single));
      }
    }
  }

  private List<R> write(List<Waiting<T, R>> batch) {
    List<T> items = batch.stream().map(Waiting::item).toList();
    List<R> answers = database.jdbi().inTransaction(handle -> work.write(handle, items));
    database.sync();
    return answers;
  }

  /** Writes what waits, then ends. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }
}
