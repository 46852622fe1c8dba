package io.gatehouse.snapshot;

/** One picture failed; the others go on. */
final class PictureFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  PictureFailedException(String message) {
    super(message);
  }
}
