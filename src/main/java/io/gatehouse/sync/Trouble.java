package io.gatehouse.sync;

/**
 * Why the central has not got what it should.
 *
 * @param detail one line for the technician; may be empty
 */
public record Trouble(Kind kind, String detail) {

  /** What people are told about. */
  public enum Kind {
    /** The address is none, or no such name is known. */
    ADDRESS,
    /** Nobody listens there, or there is no way. */
    NO_CONNECTION,
    /** No answer in time, or the connection broke. */
    NO_ANSWER,
    /** It is not the server that it should be. */
    CERTIFICATE,
    /** The certificate that was set cannot be used. */
    CERTIFICATE_SETTING,
    /** Something answers, but no central. */
    NO_CENTRAL,
    /** It asks to be left alone for a while. */
    BUSY,
    /** It has an error of its own. */
    CENTRAL_FAILED,
    /** The token is wrong or revoked. */
    TOKEN,
    /** The code is wrong, used or too old. */
    CODE,
    /** It refused what it was told. */
    REFUSED,
    /** The kiosk's own disk. */
    STORE
  }

  /** For the technician and the store. */
  public String line() {
    return detail.isEmpty() ? kind.name() : kind + ": " + detail;
  }
}
