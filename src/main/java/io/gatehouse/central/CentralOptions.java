package io.gatehouse.central;

import io.gatehouse.bucket.S3Options;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a central server is to run.
 *
 * @param port 0 for any free one
 * @param data where the embedded database and the backups lie
 * @param databaseUrl {@code postgresql://…}; empty for the embedded database
 * @param bucket where pictures go; empty for the database
 * @param allowedOrigins other web sites whose pages may call this server, such as {@code
 *     https://owner.example}; usually none
 * @param publicUrl the address that browsers and gates use, where a proxy stands before this server
 * @param zone of the site: its days begin at midnight there
 * @param language of texts made here
 */
public record CentralOptions(
    int port,
    Path data,
    Optional<String> databaseUrl,
    Optional<S3Options> bucket,
    List<String> allowedOrigins,
    Optional<URI> publicUrl,
    ZoneId zone,
    Locale language) {

  public CentralOptions {
    allowedOrigins = List.copyOf(allowedOrigins);
  }
}
