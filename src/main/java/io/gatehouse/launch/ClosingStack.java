package io.gatehouse.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was opened, closed in reverse order; a part that fails to close does not keep the others
 * open.
 */
final class ClosingStack implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ClosingStack.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** Remembers a part that was just opened. */
  synchronized <T extends AutoCloseable> T add(T part) {
    opened.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      AutoCloseable part = opened.pop();
      try {
        part.close();
      } catch (Exception e) { // whatever it is, the rest must still be closed
        log.warn(
            "{} did not close in good order: {}", part.getClass().getSimpleName(), e.toString());
      }
    }
  }
}
