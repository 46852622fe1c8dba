package io.gatehouse.snapshot;

import io.gatehouse.snapshot.common.StoppedException;
import java.util.HashSet;
import java.util.Set;

/** Which pictures threads of this process are at: two lines with the same picture take turns. */
final class InProgress {

  private final Set<String> pictures = new HashSet<>();

  /** Ends the turn when closed. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /** Waits until nobody else is at this picture. */
  synchronized Turn enter(String sha256) throws StoppedException {
    try {
      while (!pictures.add(sha256)) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    }
    return () -> leave(sha256);
  }

  private synchronized void leave(String sha256) {
    pictures.remove(sha256);
    notifyAll();
  }
}
