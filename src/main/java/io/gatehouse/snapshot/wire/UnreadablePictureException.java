package io.gatehouse.snapshot.wire;

/** A picture cannot be decoded; the message is one clear line. */
public final class UnreadablePictureException extends Exception {

  private static final long serialVersionUID = 1L;

  public UnreadablePictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
