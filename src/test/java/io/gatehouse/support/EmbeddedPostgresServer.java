package io.gatehouse.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL that keeps its promises: the library's own settings switch fsync off. */
public final class EmbeddedPostgresServer implements AutoCloseable {

  private final AtomicInteger number = new AtomicInteger();
  private final EmbeddedPostgres postgres;

  private EmbeddedPostgresServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts one on a free port. */
  public static EmbeddedPostgresServer start() throws IOException {
    return new EmbeddedPostgresServer(
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100")
            .start());
  }

  /** Address of a new, empty database. */
  public String newDatabase() throws SQLException {
    String name = "central" + number.incrementAndGet();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return "postgresql://postgres:postgres@localhost:%d/%s".formatted(postgres.getPort(), name);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
