package io.gatehouse.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Holds tasks back until the test lets them run. */
public final class QueuedWork implements Executor {

  private final Deque<Runnable> tasks = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  public int size() {
    return tasks.size();
  }

  public void runNext() {
    tasks.remove().run();
  }

  /** Also runs what the tasks themselves add. */
  public void runAll() {
    while (!tasks.isEmpty()) {
      runNext();
    }
  }
}
