package io.gatehouse.common;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Makes every thread of the product: named, daemon, and with a handler so that no failure is
 * silent. docs/threads.md says which thread owns what.
 */
public final class Threads {

  private final BiConsumer<Thread, Throwable> onUncaught;

  /**
   * @param onUncaught told of any exception that ends a thread or a pool's task; must not throw
   */
  public Threads(BiConsumer<Thread, Throwable> onUncaught) {
    this.onUncaught = onUncaught;
  }

  /** Starts a daemon thread that runs {@code body} once. The body must end when interrupted. */
  public Thread start(String name, Runnable body) {
    Thread thread = unstarted(name, body);
    thread.start();
    return thread;
  }

  /**
   * A pool of one daemon thread with an unbounded queue, tasks in order. Exceptions of tasks given
   * to {@code execute} reach the handler; those of {@code submit} stay in the returned future.
   */
  public ExecutorService single(String name) {
    ThreadFactory factory = body -> unstarted(name, body);
    return new ThreadPoolExecutor(
        1, 1, 0L, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), factory);
  }

  /**
   * A pool of one daemon thread that can also do things later; what is still to come when it is
   * shut down is dropped. Exceptions of tasks stay in their futures: a task must not throw.
   */
  public ScheduledExecutorService timer(String name) {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, body -> unstarted(name, body));
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /** A daemon thread for whoever starts it himself, such as the JVM's shutdown. */
  public Thread unstarted(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(onUncaught::accept);
    return thread;
  }
}
