package io.gatehouse.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open H2 database: connection pool, schema brought to this version, and the settings that its
 * durability rests on. docs/decisions/0003-durability.md has the reasons.
 */
final class Database implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Database.class);

  /**
   * H2's file access that an interrupt does not close: with the plain one, a cancelled search would
   * take the database down.
   */
  static final String INTERRUPTIBLE_FILES = "async:";

  static final String USER = "sa";

  private static final String FILE_SUFFIX = ".mv.db";
  private static final int CONNECTIONS = 4;
  private static final long CONNECTION_TIMEOUT_MILLIS = 20_000;

  private final Path file;
  private final String fileSystem;
  // both replaced together, by the one writer, when H2 closed itself after a failed write
  private volatile HikariDataSource pool;
  private volatile Jdbi jdbi;
  private volatile boolean closed;

  private Database(Path file, String fileSystem, HikariDataSource pool) {
    this.file = file;
    this.fileSystem = fileSystem;
    this.pool = pool;
    this.jdbi = jdbi(pool);
  }

  /** Makes a new database; there must be none. */
  static Database create(Path file, String fileSystem) throws StoreException {
    return connect(file, fileSystem, false, true, Optional.empty()).orElseThrow();
  }

  /** Opens the database; never makes one, so that a vanished file cannot go unnoticed. */
  static Database open(Path file, String fileSystem) throws StoreException {
    return open(file, fileSystem, Optional.empty());
  }

  /** The same; a schema of an older version is copied before it is changed. */
  static Database open(Path file, String fileSystem, Optional<UpgradeCopy> copy)
      throws StoreException {
    return connect(file, fileSystem, true, true, copy).orElseThrow();
  }

  /** The same, but leaves a file without a single table alone and answers with nothing. */
  static Optional<Database> openUnlessBlank(
      Path file, String fileSystem, Optional<UpgradeCopy> copy) throws StoreException {
    return connect(file, fileSystem, true, false, copy);
  }

  private static Optional<Database> connect(
      Path file,
      String fileSystem,
      boolean mustExist,
      boolean mayBeBlank,
      Optional<UpgradeCopy> copy)
      throws StoreException {
    HikariDataSource pool = null;
    boolean opened = false;
    try {
      pool = pool(url(file, fileSystem) + (mustExist ? ";IFEXISTS=TRUE" : ""));
      if (!mayBeBlank && isBlank(pool)) {
        return Optional.empty();
      }
      new Schema(pool, file).bringUp(copy);
      opened = true;
      return Optional.of(new Database(file, fileSystem, pool));
    } catch (SQLException | RuntimeException e) {
      // Hikari and H2's storage engine report a file that cannot be opened by several types
      throw DatabaseFaults.cannotOpen(file, e);
    } finally {
      if (!opened && pool != null) {
        pool.close();
      }
    }
  }

  static String url(Path file, String fileSystem) {
    return "jdbc:h2:%s%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
        .formatted(fileSystem, file.resolveSibling(name(file)));
  }

  /** H2's name of the database in a file. */
  static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - FILE_SUFFIX.length());
  }

  /** Lets numbering go on after the highest number: a recovered table begins at 1 again. */
  static void restartNumbers(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(file, ""), USER, "");
        Statement statement = connection.createStatement()) {
      for (String table : numbered(statement)) {
        try (ResultSet highest =
            statement.executeQuery("SELECT COALESCE(MAX(no), 0) + 1 FROM " + table)) {
          highest.next();
          long next = highest.getLong(1);
          statement.execute(
              "ALTER TABLE %s ALTER COLUMN no RESTART WITH %d".formatted(table, next));
        }
      }
    }
  }

  /** As the file has them: it may be of an older version of the program. */
  private static List<String> numbered(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet columns =
        statement.executeQuery(
            """
            SELECT table_name FROM information_schema.columns
            WHERE table_schema = 'PUBLIC' AND column_name = 'NO' AND is_identity = 'YES'
            """)) {
      while (columns.next()) {
        tables.add(columns.getString(1));
      }
    }
    return tables;
  }

  private static HikariDataSource pool(String url) {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL(url);
    h2.setUser(USER);
    h2.setPassword("");
    HikariConfig config = new HikariConfig();
    config.setDataSource(h2);
    config.setPoolName("store");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    // an embedded connection does not go stale, and the last one closed would close the database
    config.setMaxLifetime(0);
    config.setIdleTimeout(0);
    return new HikariDataSource(config);
  }

  private static Jdbi jdbi(DataSource pool) {
    Jdbi jdbi = Jdbi.create(pool);
    // plates and names stay out of logs
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }

  private static boolean isBlank(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'PUBLIC'")) {
      tables.next();
      return tables.getInt(1) == 0;
    }
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /** Size of the database's file. */
  long fileBytes() throws IOException {
    return Files.size(file);
  }

  /**
   * Bytes in the file that hold nothing: H2 writes there before it makes the file longer. About
   * what was removed, some minutes later.
   */
  long reusableBytes() {
    Map<String, Long> facts =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT setting_name, setting_value FROM information_schema.settings
                    WHERE setting_name IN ('info.FILE_SIZE', 'info.FILL_RATE')
                    """)
                .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    long size = facts.getOrDefault("info.FILE_SIZE", 0L);
    return size / 100 * (100 - facts.getOrDefault("info.FILL_RATE", 100L));
  }

  /** Whether much of the file is empty. */
  boolean isWorthCompacting(Compaction.Bounds bounds) {
    try {
      return bounds.allow(fileBytes(), reusableBytes());
    } catch (IOException | JdbiException e) {
      log.warn("The room within the database is not known: {}", e.getMessage());
      return false;
    }
  }

  Path file() {
    return file;
  }

  /** Brings all that is committed to the disk: returns after fsync. */
  void sync() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
  }

  /**
   * Opens the file anew. H2 closes itself for good when a write fails, be it only that the disk was
   * full for a moment.
   */
  void reopen() throws StoreException {
    pool.close();
    try {
      HikariDataSource next = pool(url(file, fileSystem) + ";IFEXISTS=TRUE");
      pool = next;
      jdbi = jdbi(next);
    } catch (RuntimeException e) {
      // as when it is opened first
      throw DatabaseFaults.cannotOpen(file, e);
    }
  }

  /** Opens it again where {@link #reopen} could not: the disk was still full then. */
  void ensureOpen() throws StoreException {
    if (pool.isClosed() && !closed) {
      reopen();
    }
  }

  /** H2 closes the file in good order with the last connection. */
  @Override
  public void close() {
    closed = true;
    pool.close();
  }
}
