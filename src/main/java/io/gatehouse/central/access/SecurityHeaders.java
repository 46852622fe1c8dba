package io.gatehouse.central.access;

import io.gatehouse.central.common.Api;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Collection;
import java.util.Set;

/**
 * What browsers are told with every answer: nothing but this server's own files runs or shows in
 * its pages, no page frames them, and no other site's page reads an answer unless its origin was
 * named in the configuration.
 */
public final class SecurityHeaders implements Api {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
          + "connect-src 'self'; manifest-src 'self'; font-src 'self'; form-action 'self'; "
          + "frame-ancestors 'none'; base-uri 'none'";

  private static final String A_YEAR = "max-age=31536000";

  private final Set<String> allowedOrigins;
  private final boolean https;

  /**
   * Adds the headers to every answer.
   *
   * @param allowedOrigins whose pages may read answers, such as {@code https://owner.example}
   * @param https whether browsers reach this server by https alone
   */
  public SecurityHeaders(Collection<String> allowedOrigins, boolean https) {
    this.allowedOrigins = Set.copyOf(allowedOrigins);
    this.https = https;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.before(this::add);
  }

  private void add(Context context) {
    context
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (context.path().startsWith("/api/")) {
      // personal data: what may be kept says so itself
      context.header("Cache-Control", "no-store");
    }
    if (https) {
      context.header("Strict-Transport-Security", A_YEAR);
    }
    origin(context);
  }

  private void origin(Context context) {
    String origin = context.header("Origin");
    if (origin == null || !allowedOrigins.contains(origin)) {
      return;
    }
    context
        .header("Access-Control-Allow-Origin", origin)
        .header("Access-Control-Allow-Credentials", "true")
        .header("Access-Control-Expose-Headers", "ETag, Retry-After")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header("Vary", "Origin");
    if (context.method().equals(HandlerType.OPTIONS)) {
      context
          .header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
          .header("Access-Control-Allow-Headers", "Authorization, Content-Type, X-CSRF-Token")
          .header("Access-Control-Max-Age", "600")
          .status(HttpStatus.NO_CONTENT)
          .skipRemainingHandlers();
    }
  }
}
