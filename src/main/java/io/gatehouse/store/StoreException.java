package io.gatehouse.store;

import io.gatehouse.common.Diagnosed;
import io.gatehouse.common.KnownFailure;

/**
 * The store could not do it. The message is one clear line; the code is what a guard reads out on
 * the phone.
 */
public final class StoreException extends Exception implements Diagnosed {

  private static final long serialVersionUID = 1L;

  private final KnownFailure failure;

  public StoreException(String message) {
    this(KnownFailure.STORE_FAILED, message, null);
  }

  public StoreException(String message, Throwable cause) {
    this(KnownFailure.STORE_FAILED, message, cause);
  }

  /**
   * @param cause may be null
   */
  public StoreException(KnownFailure failure, String message, Throwable cause) {
    super(message, cause);
    this.failure = failure;
  }

  @Override
  public KnownFailure failure() {
    return failure;
  }
}
