package io.gatehouse.camera.rpicam;

import java.io.Serial;

/** The stream is not where a picture or a record must begin: nothing after it can be trusted. */
final class LostSyncException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  LostSyncException(String message) {
    super(message);
  }
}
