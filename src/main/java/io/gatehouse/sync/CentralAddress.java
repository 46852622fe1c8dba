package io.gatehouse.sync;

import java.util.Optional;
import okhttp3.HttpUrl;

/** The central's address as people type it. */
public final class CentralAddress {

  private final HttpUrl base;

  private CentralAddress(HttpUrl base) {
    this.base = base;
  }

  /**
   * Understands {@code https://central.example}, with a path where the central has one; {@code
   * https} is meant where nothing is said. Empty when it is no address, or has more than one.
   */
  public static Optional<CentralAddress> parse(String text) {
    String typed = text.strip();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    HttpUrl url = HttpUrl.parse(typed.contains("://") ? typed : "https://" + typed);
    if (url == null
        || url.encodedQuery() != null
        || url.encodedFragment() != null
        || !url.encodedUsername().isEmpty()
        || !url.encodedPassword().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new CentralAddress(url));
  }

  /** Whether nobody on the way can read what is sent. */
  public boolean encrypted() {
    return base.isHttps();
  }

  public String host() {
    return base.host();
  }

  /** A path of the central, from its segments. */
  HttpUrl at(String... segments) {
    HttpUrl.Builder url = base.newBuilder();
    // a base that ends with a slash has an empty last segment
    if (base.pathSegments().getLast().isEmpty()) {
      url.removePathSegment(base.pathSize() - 1);
    }
    for (String segment : segments) {
      url.addPathSegment(segment);
    }
    return url.build();
  }

  /** As it is kept: without a slash at the end. */
  @Override
  public String toString() {
    String text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CentralAddress address && toString().equals(address.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
