package io.gatehouse.database;

/** The database cannot be opened; the message is one clear line. */
public final class DatabaseException extends Exception {

  private static final long serialVersionUID = 1L;

  public DatabaseException(String message) {
    super(message);
  }

  public DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
