package io.gatehouse.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a PostgreSQL database is, as {@code libpq} writes it: {@code
 * postgresql://user:password@host:port/name?option=value}.
 */
record PostgresAddress(String jdbcUrl, Optional<String> user, Optional<String> password) {

  static PostgresAddress parse(String url) throws DatabaseException {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      // the text holds a password: the position is told, the text is not
      throw wrong("it is no address (at character %d)".formatted(e.getIndex()));
    }
    if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
      throw wrong("it does not begin with postgresql://");
    }
    if (uri.getHost() == null) {
      throw wrong("it names no host");
    }
    if (uri.getPath() == null || uri.getPath().length() < 2) {
      throw wrong("it names no database");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String[] who =
        uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    return new PostgresAddress(
        "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
        who.length > 0 ? Optional.of(decoded(who[0])) : Optional.empty(),
        who.length > 1 ? Optional.of(decoded(who[1])) : Optional.empty());
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static DatabaseException wrong(String why) {
    return new DatabaseException(
        "the database's address (--database-url or DATABASE_URL): %s; write postgresql://user:password@host:5432/name"
            .formatted(why));
  }

  /** Without the password. */
  @Override
  public String toString() {
    int query = jdbcUrl.indexOf('?');
    return (query < 0 ? jdbcUrl : jdbcUrl.substring(0, query)).substring("jdbc:".length());
  }
}
