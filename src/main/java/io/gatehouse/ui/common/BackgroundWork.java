package io.gatehouse.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The one way for a screen to do what may block: the job runs on the worker, its end on the
 * screen's thread. Jobs run one after the other.
 */
public final class BackgroundWork {

  private final Executor worker;
  private final Executor screen;

  /**
   * @param worker runs the jobs, in order
   * @param screen runs the endings: {@code Platform::runLater}, or {@code Runnable::run} in tests
   */
  public BackgroundWork(Executor worker, Executor screen) {
    this.worker = worker;
    this.screen = screen;
  }

  /** Runs {@code job}, then one of the two endings. */
  public <T> void run(Callable<T> job, Consumer<T> done, Consumer<Exception> failed) {
    worker.execute(() -> runJob(job, done, failed));
  }

  /** Runs something on the screen's thread, from any thread. */
  public void onScreen(Runnable action) {
    screen.execute(action);
  }

  private <T> void runJob(Callable<T> job, Consumer<T> done, Consumer<Exception> failed) {
    T result;
    try {
      result = job.call();
    } catch (Exception e) { // whatever the job throws belongs to the caller's failure ending
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      screen.execute(() -> failed.accept(e));
      return;
    }
    screen.execute(() -> done.accept(result));
  }
}
