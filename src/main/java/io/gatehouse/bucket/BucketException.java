package io.gatehouse.bucket;

import io.minio.errors.ErrorResponseException;
import java.io.IOException;

/** A bucket did not do what it was asked. */
public final class BucketException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean refused;

  BucketException(String message, boolean refused, Throwable cause) {
    super(message, cause);
    this.refused = refused;
  }

  /** Whether there is no bucket of that name. */
  boolean isMissingBucket() {
    return getCause() instanceof ErrorResponseException answer
        && "NoSuchBucket".equals(answer.errorResponse().code());
  }

  /**
   * Whether it said no, so that asking again is of no use: wrong keys, no permission, no bucket.
   */
  public boolean isRefusal() {
    return refused;
  }
}
