package io.gatehouse.barrier;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * One web request.
 *
 * @param uri without user name and password
 * @param body sent as JSON; empty for none
 * @param login who asks, where the device wants to know
 */
record HttpCall(URI uri, String method, Optional<String> body, Optional<HttpLogin> login) {

  /**
   * The request of an address that may carry user name and password.
   *
   * @throws IllegalArgumentException for an address with characters that none may have
   */
  static HttpCall of(URI address, String method, Optional<String> body) {
    return new HttpCall(
        withoutUser(address), method, body, HttpLogin.of(address.getRawUserInfo(), ""));
  }

  HttpRequest request(Duration limit, Optional<String> authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(limit)
            .method(
                method,
                body.map(HttpRequest.BodyPublishers::ofString)
                    .orElseGet(HttpRequest.BodyPublishers::noBody));
    if (body.isPresent()) {
      request.header("Content-Type", "application/json");
    }
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request.build();
  }

  private static URI withoutUser(URI uri) {
    String authority = uri.getRawAuthority();
    String text = uri.toString();
    int at = authority.lastIndexOf('@');
    return at < 0 ? uri : URI.create(text.replace(authority, authority.substring(at + 1)));
  }

  /** What stands in the request's first line: path and query as they are sent. */
  String target() {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /** Host and port: all that a message needs. */
  String where() {
    return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }
}
