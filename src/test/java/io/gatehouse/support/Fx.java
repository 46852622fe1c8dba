package io.gatehouse.support;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Runs a test's body on JavaFX's thread. */
public final class Fx {

  private Fx() {}

  /** Starts JavaFX if need be, and hands on what the body returns or throws. */
  public static <T> T call(Callable<T> body) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable task =
        () -> {
          try {
            result.complete(body.call());
          } catch (Throwable e) { // an assertion that failed belongs to the test's own thread
            result.completeExceptionally(e);
          }
        };
    try {
      Platform.startup(task);
    } catch (IllegalStateException e) { // it runs already: another test started it
      Platform.runLater(task);
    }
    return result.get(60, TimeUnit.SECONDS);
  }

  public static void run(Runnable body) throws Exception {
    Object _ =
        call(() -> {
          body.run();
          return "done";
        });
  }
}
