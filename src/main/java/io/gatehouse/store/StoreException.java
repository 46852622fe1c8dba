package io.gatehouse.store;

/**
 * The store could not do it. The message is one clear line; the code is what a guard reads out on
 * the phone.
 */
public final class StoreException extends Exception {

  private static final long serialVersionUID = 1L;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
