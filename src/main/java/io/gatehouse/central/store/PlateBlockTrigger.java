package io.gatehouse.central.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * Keeps {@code plate_block} true to the plates of the history, as PostgreSQL keeps its index of
 * trigrams: within the transaction, whoever writes. H2 makes one by its name, see the migrations.
 */
public final class PlateBlockTrigger implements Trigger {

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
    if (!after.isEmpty()) {
      add(connection, after);
    }
    if (!before.isEmpty() && !isUsed(connection, before)) {
      remove(connection, before);
    }
  }

  private static void add(Connection connection, String plate) throws SQLException {
    String line = PlateBlocks.line(plate);
    int number = PlateBlocks.number(plate);
    String block = block(connection, number);
    if (block == null) {
      // nothing, where another transaction makes the same block; both then add to it
      execute(
          connection,
          "MERGE INTO plate_block b USING (VALUES (?)) n (number) ON b.number = n.number"
              + " WHEN NOT MATCHED THEN INSERT (number, plates) VALUES (n.number, '')",
          number);
    }
    if (block == null || !PlateBlocks.has(block, line)) {
      execute(
          connection, "UPDATE plate_block SET plates = plates || ? WHERE number = ?", line, number);
    }
  }

  private static void remove(Connection connection, String plate) throws SQLException {
    execute(
        connection,
        "UPDATE plate_block SET plates = REPLACE(plates, ?, '') WHERE number = ?",
        PlateBlocks.line(plate),
        PlateBlocks.number(plate));
  }

  private static String block(Connection connection, int number) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT plates FROM plate_block WHERE number = ?")) {
      query.setInt(1, number);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }

  private static boolean isUsed(Connection connection, String plate) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT 1 FROM vehicle WHERE plate_id = ? FETCH FIRST ROW ONLY")) {
      query.setString(1, plate);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
