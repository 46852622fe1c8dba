package io.gatehouse.detect;

/** A recognition model cannot be loaded or run. The message is one clear line. */
public final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
