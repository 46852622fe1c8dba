package io.gatehouse.barrier;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * One web request.
 *
 * @param uri may carry user name and password, which are sent as Basic authorization
 * @param body sent as JSON; empty for none
 */
record HttpCall(URI uri, String method, Optional<String> body) {

  HttpRequest request(Duration limit) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(withoutUser())
            .timeout(limit)
            .method(
                method,
                body.map(HttpRequest.BodyPublishers::ofString)
                    .orElseGet(HttpRequest.BodyPublishers::noBody));
    if (body.isPresent()) {
      request.header("Content-Type", "application/json");
    }
    if (uri.getUserInfo() != null) {
      byte[] user = uri.getUserInfo().getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
    }
    return request.build();
  }

  private URI withoutUser() {
    String authority = uri.getRawAuthority();
    String text = uri.toString();
    int at = authority.lastIndexOf('@');
    return at < 0 ? uri : URI.create(text.replace(authority, authority.substring(at + 1)));
  }

  /** Host and port: all that a message needs. */
  String where() {
    return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }
}
