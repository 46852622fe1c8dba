package io.gatehouse.camera;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last status, and who wants to hear of the next. One thread publishes, any may ask. */
final class StatusBoard {

  private static final Logger log = LoggerFactory.getLogger(StatusBoard.class);

  private final List<Consumer<CameraStatus>> listeners = new CopyOnWriteArrayList<>();
  private volatile CameraStatus status = CameraStatus.connecting();

  void add(Consumer<CameraStatus> listener) {
    listeners.add(listener);
  }

  CameraStatus status() {
    return status;
  }

  /** Tells all listeners, when it is anything new. */
  void publish(CameraStatus next) {
    if (next.equals(status)) {
      return;
    }
    status = next;
    for (Consumer<CameraStatus> listener : listeners) {
      try {
        listener.accept(next);
      } catch (RuntimeException e) { // a listener's fault must not stop the camera
        log.error("a listener failed on {}", next, e);
      }
    }
  }
}
