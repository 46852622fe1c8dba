package io.gatehouse.central.access;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * Tells which requests come from a program of this machine and ask for nothing but to have a
 * picture read. A browser's page is none, wherever it runs, and what a proxy hands on comes from
 * elsewhere.
 */
final class Neighbours {

  private static final Set<String> PATHS = Set.of("/v1/plate-reader", "/v1/statistics", "/info");

  /** What proxies and browsers add. */
  private static final List<String> FOREIGN_HEADERS =
      List.of(
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Real-IP",
          "Forwarded",
          "Via",
          "Origin",
          "Referer",
          "Sec-Fetch-Site");

  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private Neighbours() {}

  static boolean mayHavePicturesRead(Context context) {
    String path = context.path();
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return PATHS.contains(bare)
        && isLoopback(context.req().getRemoteAddr())
        && isOwnName(context.host())
        && FOREIGN_HEADERS.stream().allMatch(header -> context.header(header) == null);
  }

  private static boolean isLoopback(String address) {
    try {
      // an address in numbers: nobody is asked
      return InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A page whose name was made to lead here still says its name. */
  private static boolean isOwnName(String host) {
    return host != null && OWN_NAMES.contains(host.replaceFirst(":\\d+$", ""));
  }
}
