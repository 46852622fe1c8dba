package io.gatehouse.sync;

/** The certificate that was set for the central cannot be used. */
public final class CentralTrustException extends Exception {

  private static final long serialVersionUID = 1L;

  CentralTrustException(String line, Throwable cause) {
    super(line, cause);
  }
}
