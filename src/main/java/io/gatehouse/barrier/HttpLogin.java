package io.gatehouse.barrier;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** User name and password of a device in the network, as they stand before an address's host. */
record HttpLogin(String user, String password) {

  /**
   * Takes them out of an address.
   *
   * @param written {@code user:password}, other characters as {@code %40}; null for none
   * @param alone whose password it is where there is no user name
   */
  static Optional<HttpLogin> of(String written, String alone) {
    if (written == null) {
      return Optional.empty();
    }
    int colon = written.indexOf(':');
    String user = colon < 0 ? alone : decoded(written.substring(0, colon));
    return Optional.of(
        new HttpLogin(user.isEmpty() ? alone : user, decoded(written.substring(colon + 1))));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text; // a percent sign that is meant as one
    }
  }

  /** As RFC 7617 sends it: readable for everybody on the way. */
  String basic() {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** Without what nobody may read in a log. */
  @Override
  public String toString() {
    return "•••";
  }
}
