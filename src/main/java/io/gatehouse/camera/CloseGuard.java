package io.gatehouse.camera;

/**
 * Lets one thread use native memory while any other may close it: it is freed by whoever comes
 * last, never under a native call that is still running.
 */
final class CloseGuard {

  private final Runnable free;
  private int users;
  private boolean closed;
  private boolean freed;

  /**
   * @param free called once, when closed and not in use; must not throw
   */
  CloseGuard(Runnable free) {
    this.free = free;
  }

  /** Begins to use it. False when it is closed: then there is no use to end. */
  synchronized boolean enter() {
    if (closed) {
      return false;
    }
    users++;
    return true;
  }

  /** Ends a use. */
  synchronized void leave() {
    users--;
    freeIfLast();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  synchronized void close() {
    closed = true;
    freeIfLast();
  }

  private void freeIfLast() {
    if (closed && users == 0 && !freed) {
      freed = true;
      free.run();
    }
  }
}
