package io.gatehouse.camera;

/** A picture cannot be shown. The message is one clear line: which file, why, what to do. */
public final class PictureException extends Exception {

  private static final long serialVersionUID = 1L;

  public PictureException(String message) {
    super(message);
  }

  public PictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
