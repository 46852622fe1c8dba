package io.gatehouse.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * An open database, embedded or PostgreSQL: connection pool, and schema brought to this version.
 */
public final class SqlDatabase implements AutoCloseable {

  private static final int CONNECTIONS = 10;
  private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;
  private static final int ANSWER_SECONDS = 5;

  /** Any number that no other program takes: "gatehous". */
  private static final long MIGRATION_LOCK = 0x67617465686f7573L;

  private final Dialect dialect;
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private SqlDatabase(Dialect dialect, HikariDataSource pool) {
    this.dialect = dialect;
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    // plates and names stay out of logs
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.registerArgument(new UuidArguments());
  }

  /** Opens the embedded database in a folder, and makes it where there is none. */
  public static SqlDatabase embedded(Path folder, Schema schema) throws DatabaseException {
    JdbcDataSource h2 = new JdbcDataSource();
    // "async:" is the file access that an interrupted request does not close
    h2.setURL(
        "jdbc:h2:async:%s;WRITE_DELAY=0;QUERY_CACHE_SIZE=64;DB_CLOSE_ON_EXIT=FALSE"
            .formatted(folder.toAbsolutePath().resolve(schema.name())));
    h2.setUser("sa");
    h2.setPassword("");
    HikariConfig config = pooled(schema);
    config.setDataSource(h2);
    // an embedded connection does not go stale, and the last one closed would close the database
    config.setMaxLifetime(0);
    config.setIdleTimeout(0);
    return open(Dialect.H2, config, schema, "the database in " + folder);
  }

  /**
   * Opens a PostgreSQL database.
   *
   * @param url {@code postgresql://user:password@host:port/name}
   */
  public static SqlDatabase postgresql(String url, Schema schema) throws DatabaseException {
    PostgresAddress address = PostgresAddress.parse(url);
    HikariConfig config = pooled(schema);
    config.setJdbcUrl(address.jdbcUrl());
    address.user().ifPresent(config::setUsername);
    address.password().ifPresent(config::setPassword);
    config.setConnectionInitSql(
        // acknowledged means on the disk, whatever the server's default is
        "SET synchronous_commit = on;"
            // a search for what is rare and one for what is common need plans of their own
            + " SET plan_cache_mode = force_custom_plan");
    return open(Dialect.POSTGRESQL, config, schema, address.toString());
  }

  private static HikariConfig pooled(Schema schema) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(schema.name());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    return config;
  }

  private static SqlDatabase open(Dialect dialect, HikariConfig config, Schema schema, String name)
      throws DatabaseException {
    HikariDataSource pool = null;
    boolean opened = false;
    try {
      pool = new HikariDataSource(config);
      if (dialect == Dialect.POSTGRESQL) {
        migrateAlone(dialect, schema, pool);
      } else {
        migrate(dialect, schema, pool);
      }
      opened = true;
      return new SqlDatabase(dialect, pool);
    } catch (FlywayException e) {
      throw new DatabaseException(
          "%s could not be brought to this version: %s".formatted(name, firstLine(e)), e);
    } catch (RuntimeException | SQLException e) {
      // Hikari wraps whatever the driver says in several types
      throw new DatabaseException(
          "%s cannot be opened: %s".formatted(name, firstLine(innermost(e))), e);
    } finally {
      if (!opened && pool != null) {
        pool.close();
      }
    }
  }

  /** Of several programs that begin at once in a new database, one makes the tables. */
  private static void migrateAlone(Dialect dialect, Schema schema, HikariDataSource pool)
      throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d)".formatted(MIGRATION_LOCK));
      try {
        migrate(dialect, schema, pool);
      } finally {
        statement.execute("SELECT pg_advisory_unlock(%d)".formatted(MIGRATION_LOCK));
      }
    }
  }

  private static void migrate(Dialect dialect, Schema schema, HikariDataSource pool) {
    Flyway.configure()
        .dataSource(pool)
        .locations(dialect.migrations(schema.name()))
        .table(schema.historyTable())
        // tables of another program, or of the same one's forerunner, are no hindrance
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .failOnMissingLocations(true)
        .placeholders(Map.of("bytes", dialect.bytes()))
        .cleanDisabled(true)
        // a schema newer than this program must stop it
        .ignoreMigrationPatterns(new String[0])
        .load()
        .migrate();
  }

  private static Throwable innermost(Throwable e) {
    Throwable inner = e;
    while (inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }

  private static String firstLine(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
  }

  /** For statements; every store class takes its connections here. */
  public Jdbi jdbi() {
    return jdbi;
  }

  public Dialect dialect() {
    return dialect;
  }

  /**
   * Brings all that is committed to the disk. PostgreSQL has done so with the commit; H2 writes at
   * the commit, and waits for the disk only here.
   */
  public void sync() {
    if (dialect == Dialect.H2) {
      jdbi.useHandle(handle -> handle.execute("CHECKPOINT SYNC"));
    }
  }

  /** Whether the database answers now. */
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Connections that are at work. */
  public int busyConnections() {
    return pool.getHikariPoolMXBean().getActiveConnections();
  }

  @Override
  public void close() {
    pool.close();
  }
}
