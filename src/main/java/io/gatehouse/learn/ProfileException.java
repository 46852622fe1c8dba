package io.gatehouse.learn;

import io.gatehouse.common.Diagnosed;
import io.gatehouse.common.KnownFailure;

/** What was learned cannot be used. The message is one clear line. */
public final class ProfileException extends Exception implements Diagnosed {

  private static final long serialVersionUID = 1L;

  public ProfileException(String message, Throwable cause) {
    super(message, cause);
  }

  ProfileException(String message) {
    super(message);
  }

  @Override
  public KnownFailure failure() {
    return KnownFailure.PROFILE_UNREADABLE;
  }
}
