package io.gatehouse.central.store;

import io.gatehouse.plate.Confusions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * Keeps {@code plate_end} true to the plates of the history, as PostgreSQL keeps its index of
 * trigrams: within the transaction, whoever writes. H2 makes one by its name, see the migrations.
 */
public final class PlateEndTrigger implements Trigger {

  private int column = -1;

  @Override
  public void init(
      Connection connection, String schema, String name, String table, boolean before, int type)
      throws SQLException {
    try (ResultSet columns = connection.getMetaData().getColumns(null, schema, table, "PLATE_ID")) {
      if (!columns.next()) {
        throw new SQLException("the table %s has no plate_id".formatted(table));
      }
      column = columns.getInt("ORDINAL_POSITION") - 1;
    }
  }

  @Override
  public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
    String before = oldRow == null ? "" : (String) oldRow[column];
    String after = newRow == null ? "" : (String) newRow[column];
    if (before.equals(after)) {
      return;
    }
    if (!after.isEmpty() && !has(connection, after)) {
      write(connection, "INSERT INTO plate_end (ending, plate_id) VALUES (?, ?)", after);
    }
    if (!before.isEmpty() && !isUsed(connection, before)) {
      write(connection, "DELETE FROM plate_end WHERE ending = ? AND plate_id = ?", before);
    }
  }

  private static boolean has(Connection connection, String plate) throws SQLException {
    return any(
        connection,
        "SELECT 1 FROM plate_end WHERE ending = ? AND plate_id = ? FETCH FIRST ROW ONLY",
        Confusions.fold(plate),
        plate);
  }

  private static boolean isUsed(Connection connection, String plate) throws SQLException {
    return any(connection, "SELECT 1 FROM vehicle WHERE plate_id = ? FETCH FIRST ROW ONLY", plate);
  }

  private static boolean any(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setString(i + 1, values[i]);
      }
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Does it with each end of a plate. */
  private static void write(Connection connection, String sql, String plate) throws SQLException {
    String folded = Confusions.fold(plate);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < folded.length(); i++) {
        statement.setString(1, folded.substring(i));
        statement.setString(2, plate);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
