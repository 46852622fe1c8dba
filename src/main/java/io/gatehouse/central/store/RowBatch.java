package io.gatehouse.central.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Writes many rows by one statement. The values stand by position: with tens of columns, names cost
 * as much as the writing.
 */
public final class RowBatch {

  private final Handle handle;
  private final String sql;
  private final List<Object[]> rows = new ArrayList<>();

  /**
   * An empty one.
   *
   * @param sql with a question mark for each value of a row
   */
  public RowBatch(Handle handle, String sql) {
    this.handle = handle;
    this.sql = sql;
  }

  /** Adds a row: all its values, null for those that it lacks. */
  public void add(Object... values) {
    rows.add(values);
  }

  /** Writes the rows. */
  public void write() {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
      execute(statement);
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException(e, null);
    }
  }

  /** Writes the rows; the number that the database gave each, in order. */
  public List<Long> writeForIds() {
    List<Long> ids = new ArrayList<>(rows.size());
    if (rows.isEmpty()) {
      return ids;
    }
    try (PreparedStatement statement =
        handle.getConnection().prepareStatement(sql, new String[] {"id"})) {
      execute(statement);
      try (ResultSet made = statement.getGeneratedKeys()) {
        while (made.next()) {
          ids.add(made.getLong(1));
        }
      }
      return ids;
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException(e, null);
    }
  }

  private void execute(PreparedStatement statement) throws SQLException {
    for (Object[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        statement.setObject(i + 1, row[i]);
      }
      statement.addBatch();
    }
    statement.executeBatch();
  }
}
