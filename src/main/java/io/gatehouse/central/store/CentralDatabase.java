package io.gatehouse.central.store;

import io.gatehouse.central.common.CentralException;
import io.gatehouse.database.DatabaseException;
import io.gatehouse.database.Dialect;
import io.gatehouse.database.Schema;
import io.gatehouse.database.SqlDatabase;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The central's open database, embedded or PostgreSQL. */
public final class CentralDatabase implements AutoCloseable {

  private static final Schema SCHEMA = new Schema("central", "flyway_schema_history");

  /** Any number that nobody else in this database uses. */
  private static final long INTAKE_LOCK = 0x6A7E_4005EL;

  private final SqlDatabase database;

  private CentralDatabase(SqlDatabase database) {
    this.database = database;
  }

  /** Opens the embedded database in a folder, and makes it where there is none. */
  public static CentralDatabase embedded(Path folder) throws CentralException {
    try {
      return new CentralDatabase(SqlDatabase.embedded(folder, SCHEMA));
    } catch (DatabaseException e) {
      throw new CentralException(e.getMessage(), e);
    }
  }

  /**
   * Opens a PostgreSQL database.
   *
   * @param url {@code postgresql://user:password@host:port/name}
   */
  public static CentralDatabase postgresql(String url) throws CentralException {
    try {
      return new CentralDatabase(SqlDatabase.postgresql(url, SCHEMA));
    } catch (DatabaseException e) {
      throw new CentralException(e.getMessage(), e);
    }
  }

  /** For statements; every store class takes its connections here. */
  public Jdbi jdbi() {
    return database.jdbi();
  }

  public Dialect dialect() {
    return database.dialect();
  }

  /** Brings all that is committed to the disk. */
  public void sync() {
    database.sync();
  }

  /**
   * Lets one process at a time write what gates tell, until the transaction ends. Batches are short
   * and many events share one, so that this does not limit several processes; in return there is no
   * deadlock and no lost update between them.
   */
  public void lockIntake(Handle handle) {
    if (dialect() == Dialect.POSTGRESQL) {
      handle.execute("SELECT pg_advisory_xact_lock(?)", INTAKE_LOCK);
    }
  }

  /** Whether the database answers now. */
  public boolean answers() {
    return database.answers();
  }

  /** Connections that are at work. */
  public int busyConnections() {
    return database.busyConnections();
  }

  @Override
  public void close() {
    database.close();
  }
}
