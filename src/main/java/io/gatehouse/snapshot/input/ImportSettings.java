package io.gatehouse.snapshot.input;

import io.gatehouse.bucket.S3Options;
import io.gatehouse.snapshot.common.ImportException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** What the variables say: where to ask, and where to keep. */
public final class ImportSettings {

  private static final String CLOUD = "https://api.platerecognizer.com/v1/plate-reader/";
  private static final String OWN_SERVER = "http://localhost:8080/v1/plate-reader/";

  private final Map<String, String> variables;

  public ImportSettings(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private String needed(String name, String what) throws ImportException {
    return find(name)
        .orElseThrow(() ->
            new ImportException(
                "%s needs %s; set it in .env or in the environment".formatted(what, name)));
  }

  /** Where the plate reader is. */
  public HttpUrl url() throws ImportException {
    boolean own = isOwnServer();
    String text =
        own ? find("SDK_API_URL").orElse(OWN_SERVER) : find("SNAPSHOT_API_URL").orElse(CLOUD);
    // without the slash the API redirects, and a redirected upload is lost
    HttpUrl url = HttpUrl.parse(text.endsWith("/") || text.contains("?") ? text : text + "/");
    if (url == null) {
      throw new ImportException(
          "%s is no address; write it as %s"
              .formatted(own ? "SDK_API_URL" : "SNAPSHOT_API_URL", own ? OWN_SERVER : CLOUD));
    }
    return url;
  }

  private boolean isOwnServer() throws ImportException {
    String type = find("PLATE_API_TYPE").orElse("snapshot").toLowerCase(Locale.ROOT);
    return switch (type) {
      case "snapshot" -> false;
      case "sdk" -> true;
      default -> throw new ImportException("PLATE_API_TYPE is snapshot or sdk, not " + type);
    };
  }

  /** The key; the API's own server in the house wants none. */
  public Optional<String> key() throws ImportException {
    Optional<String> key = find("PLATE_API_KEY");
    boolean isCloud = url().host().endsWith("platerecognizer.com");
    if (key.isEmpty() && isCloud) {
      throw new ImportException(
          "PLATE_API_KEY is not set; set it in .env or in the environment, or read with"
              + " Gatehouse's own recogniser: --recognizer local");
    }
    return key;
  }

  /** The database; empty for the embedded one. */
  public Optional<String> databaseUrl() {
    return find("DATABASE_URL");
  }

  /** The bucket for pictures; empty when they go into the database. */
  public Optional<S3Options> store() throws ImportException {
    Optional<String> where = find("STORE_IMAGES").map(text -> text.toLowerCase(Locale.ROOT));
    if (where.isEmpty() && find("S3_BUCKET").isEmpty()) {
      // a first run needs nothing but pictures
      return Optional.empty();
    }
    return switch (where.orElse("s3")) {
      case "db" -> Optional.empty();
      case "s3" -> Optional.of(bucket());
      default -> throw new ImportException("STORE_IMAGES is s3 or db, not " + where.get());
    };
  }

  /** The bucket that older rows may lie in, wherever pictures go now. */
  public Optional<S3Options> anyBucket() throws ImportException {
    return find("S3_BUCKET").isEmpty() ? Optional.empty() : Optional.of(bucket());
  }

  private S3Options bucket() throws ImportException {
    String what = "STORE_IMAGES=s3";
    return new S3Options(
        needed("S3_BUCKET", what),
        find("AWS_REGION").orElse("us-east-1"),
        needed("AWS_ACCESS_KEY_ID", what),
        needed("AWS_SECRET_ACCESS_KEY", what),
        find("AWS_ENDPOINT_URL"));
  }
}
