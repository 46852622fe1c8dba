package io.gatehouse.support;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.gatehouse.central.CentralOptions;
import io.gatehouse.central.CentralServer;
import io.gatehouse.central.access.Role;
import io.gatehouse.central.access.TestPeople;
import io.gatehouse.central.access.Tokens;
import io.gatehouse.central.common.CentralException;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.database.Dialect;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A central server that runs, with its database at hand and callers of every kind. */
public final class CentralSite implements AutoCloseable {

  private final Path folder;
  private final Optional<EmbeddedPostgresServer> postgres;
  private final FakeTime time = new FakeTime();
  private final CentralDatabase database;
  private final CentralServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private CentralSite(Dialect dialect) throws IOException, SQLException, CentralException {
    folder = Files.createTempDirectory("central-site");
    postgres =
        dialect == Dialect.POSTGRESQL
            ? Optional.of(EmbeddedPostgresServer.start())
            : Optional.empty();
    Optional<String> url =
        postgres.isPresent() ? Optional.of(postgres.get().newDatabase()) : Optional.empty();
    CentralOptions options = RunningCentral.options(folder, url, Optional.empty());
    server = RunningCentral.start(options, time);
    database =
        url.isPresent() ? CentralDatabase.postgresql(url.get()) : CentralDatabase.embedded(folder);
  }

  /** Starts one with an empty database; the site is in Vietnam. */
  public static CentralSite open(Dialect dialect)
      throws IOException, SQLException, CentralException {
    return new CentralSite(dialect);
  }

  public FakeTime time() {
    return time;
  }

  public CentralDatabase database() {
    return database;
  }

  public CentralServer server() {
    return server;
  }

  /** Who asks. */
  public record Asker(List<String> headers) {

    /** Nobody. */
    public static final Asker NOBODY = new Asker(List.of());
  }

  /** Somebody of that role with a session and what a change needs. */
  public Asker person(String name, Role role) {
    return asker(TestPeople.signIn(database, time, name, role));
  }

  /** Somebody's browser. */
  public static Asker asker(TestPeople.SignedIn person) {
    return new Asker(List.of("Cookie", person.cookie(), "X-CSRF-Token", person.csrf()));
  }

  /** A program that reads. */
  public Asker reader() {
    return bearer(new Tokens(database, time).createForReader("reader", "test"));
  }

  /** A gate. */
  public Asker gate() {
    return bearer(
        database
            .jdbi()
            .inTransaction(handle ->
                new Tokens(database, time).createForGate(handle, gateId(), "Gate", "test")));
  }

  public static Asker bearer(String token) {
    return new Asker(List.of("Authorization", "Bearer " + token));
  }

  /** The gate that rows belong to. */
  public long gateId() {
    return database
        .jdbi()
        .inTransaction(handle ->
            handle
                .createQuery("SELECT MIN(id) FROM gate")
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() ->
                    handle
                        .createUpdate("INSERT INTO gate (name, created_at) VALUES ('Gate', :now)")
                        .bind("now", time.now().atOffset(java.time.ZoneOffset.UTC))
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one()));
  }

  /** Begins a row of the history. */
  public TestVehicle vehicle(String plate) {
    return new TestVehicle(database, gateId(), plate, time.now());
  }

  public Instant now() {
    return time.now();
  }

  /** Takes all rows and pictures away. */
  public void clear() {
    database
        .jdbi()
        .useTransaction(handle ->
            List.of(
                    "correction",
                    "passage",
                    "vehicle",
                    "image",
                    "audit",
                    "camera",
                    "shift",
                    "event")
                .forEach(table -> handle.execute("DELETE FROM " + table)));
  }

  public URI uri(String path) {
    return URI.create("http://localhost:" + server.port() + path);
  }

  /** Sends a request with headers {@code name, value, …}. */
  public HttpResponse<byte[]> send(
      Asker asker, String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!asker.headers().isEmpty()) {
      request.headers(asker.headers().toArray(String[]::new));
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  public HttpResponse<byte[]> get(Asker asker, String path, String... headers)
      throws IOException, InterruptedException {
    return send(asker, "GET", path, "", headers);
  }

  /** The JSON of an answer. */
  public static JsonObject json(HttpResponse<byte[]> response) {
    return JsonParser.parseString(
            new String(response.body(), java.nio.charset.StandardCharsets.UTF_8))
        .getAsJsonObject();
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
    database.close();
    if (postgres.isPresent()) {
      postgres.get().close();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
