package io.gatehouse.snapshot.wire;

/** What came is no answer of the API. */
public final class WireException extends Exception {

  private static final long serialVersionUID = 1L;

  public WireException(String message) {
    super(message);
  }

  public WireException(String message, Throwable cause) {
    super(message, cause);
  }
}
