package io.gatehouse.snapshot.picture;

import java.time.Duration;
import java.util.Optional;

/** A picture could not be had; the message says why in one line. */
public final class FetchException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean later;
  private final transient Optional<Duration> wait;

  private FetchException(String message, boolean later, Optional<Duration> wait, Throwable cause) {
    super(message, cause);
    this.later = later;
    this.wait = wait;
  }

  /** It will not be had the next time either. */
  static FetchException ever(String message) {
    return new FetchException(message, false, Optional.empty(), null);
  }

  /** It may be had later. */
  static FetchException now(String message, Optional<Duration> wait, Throwable cause) {
    return new FetchException(message, true, wait, cause);
  }

  /** Whether it may be had later. */
  public boolean isWorthAnotherTry() {
    return later;
  }

  /** How long its server asked to be left alone. */
  public Optional<Duration> pause() {
    return wait;
  }
}
