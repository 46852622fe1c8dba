package io.gatehouse.snapshot.common;

/** The importer cannot do it; the message is one clear line for who runs it. */
public final class ImportException extends Exception {

  private static final long serialVersionUID = 1L;

  public ImportException(String message) {
    super(message);
  }

  public ImportException(String message, Throwable cause) {
    super(message, cause);
  }
}
