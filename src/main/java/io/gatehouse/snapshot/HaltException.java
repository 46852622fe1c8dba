package io.gatehouse.snapshot;

/** No picture can be read any more: wrong key, no credit, a full disk. */
final class HaltException extends Exception {

  private static final long serialVersionUID = 1L;

  HaltException(String message) {
    super(message);
  }
}
