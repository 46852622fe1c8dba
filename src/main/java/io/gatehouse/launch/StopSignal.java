package io.gatehouse.launch;

import io.gatehouse.common.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns SIGTERM and SIGINT into an orderly end: the JVM waits until this is closed. */
final class StopSignal implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  StopSignal(Threads threads, Runnable onSignal) {
    hook = threads.unstarted("stop-signal", () -> stop(onSignal));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop(Runnable onSignal) {
    onSignal.run();
    try {
      closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is shutting down already: that is what the hook is for
      return;
    }
  }
}
