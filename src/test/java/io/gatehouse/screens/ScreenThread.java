package io.gatehouse.screens;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/** Drives a running screen from outside its thread. */
final class ScreenThread {

  private ScreenThread() {}

  static void onScreen(Runnable action) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        action.run();
        done.complete(null);
      } catch (RuntimeException e) {
        done.completeExceptionally(e);
      }
    });
    done.join();
  }

  /** Lets the screen draw, and the pictures arrive. */
  static void settle() {
    try {
      Thread.sleep(450);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
