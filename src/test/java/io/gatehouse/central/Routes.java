package io.gatehouse.central;

import io.javalin.router.ParsedEndpoint;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a running server answers. */
final class Routes {

  /** The page's own files are no interface. */
  private static final Pattern PAGE = Pattern.compile(" /($|signin|app/|css/|i18n/)");

  private Routes() {}

  /** {@code GET /api/cameras}, as they were registered. */
  static Stream<String> of(CentralServer server) {
    return server.web().unsafe.internalRouter.allHttpHandlers().stream()
        .map((ParsedEndpoint parsed) -> parsed.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
        .filter(route -> !PAGE.matcher(route).find())
        .distinct();
  }
}
