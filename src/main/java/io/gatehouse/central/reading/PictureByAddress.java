package io.gatehouse.central.reading;

/** Fetches pictures that callers name by their address. Any thread. */
public interface PictureByAddress {

  /**
   * A picture.
   *
   * @throws NotFetchedException when it cannot be had, or must not
   */
  byte[] fetch(String address) throws NotFetchedException;

  /** A picture was not fetched; the message says why in one line, for the caller. */
  final class NotFetchedException extends Exception {

    private static final long serialVersionUID = 1L;

    public NotFetchedException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
