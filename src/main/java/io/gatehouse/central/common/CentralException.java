package io.gatehouse.central.common;

/** The central server cannot do it; the message is one clear line for who runs it. */
public final class CentralException extends Exception {

  private static final long serialVersionUID = 1L;

  public CentralException(String message) {
    super(message);
  }

  public CentralException(String message, Throwable cause) {
    super(message, cause);
  }
}
