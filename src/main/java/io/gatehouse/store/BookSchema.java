package io.gatehouse.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The columns of the books as this version of the program has them, and rows to and from them. A
 * column that a migration adds is kept without a word here; one that it drops is passed over in an
 * older journal.
 */
final class BookSchema {

  /** One that is not computed by the database. */
  private record Column(String name, boolean binary, boolean nullable) {}

  private final Map<Book, List<Column>> columns = new EnumMap<>(Book.class);

  BookSchema(Handle handle) {
    for (Book book : Book.values()) {
      columns.put(book, columns(handle, book));
    }
  }

  private static List<Column> columns(Handle handle, Book book) {
    return handle
        .createQuery(
            """
            SELECT LOWER(column_name), data_type, is_nullable FROM information_schema.columns
            WHERE table_schema = 'PUBLIC' AND LOWER(table_name) = :table
              AND is_generated = 'NEVER'
              AND (is_identity = 'NO' OR LOWER(column_name) IN (<key>))
            ORDER BY ordinal_position
            """)
        .bind("table", book.table())
        .bindList("key", book.key())
        .map((row, _) ->
            new Column(
                row.getString(1),
                row.getString(2).startsWith("BINARY"),
                row.getString(3).equals("YES")))
        .list();
  }

  BookRow row(Book book, ResultSet row) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    for (Column column : columns.get(book)) {
      String value = value(row, column);
      if (value != null) {
        values.put(column.name(), value);
      }
    }
    return new BookRow(book, book.key().stream().map(values::get).toList(), values);
  }

  private static String value(ResultSet row, Column column) throws SQLException {
    if (!column.binary()) {
      return row.getString(column.name());
    }
    byte[] bytes = row.getBytes(column.name());
    return bytes == null ? null : HexFormat.of().formatHex(bytes);
  }

  /** The row as it is now; one that says that there is none when there is none. */
  BookRow read(Handle handle, BookRow.Key key) {
    Book book = key.book();
    return handle
        .select(
            "SELECT * FROM %s WHERE %s".formatted(book.table(), book.whereKey()),
            key.values().toArray())
        .map((row, _) -> row(book, row))
        .findOne()
        .map(row -> new BookRow(book, key.values(), row.values()))
        .orElseGet(() -> BookRow.removed(key));
  }

  /** Makes the row in the database the same as this one. */
  void write(Handle handle, BookRow row) {
    Book book = row.book();
    if (row.values() == null) {
      handle.execute(
          "DELETE FROM %s WHERE %s".formatted(book.table(), book.whereKey()), row.key().toArray());
      return;
    }
    List<Column> written =
        columns.get(book).stream()
            // what the row does not say of a column that has come since is for its default
            .filter(column -> column.nullable() || row.values().containsKey(column.name()))
            .toList();
    List<String> names = written.stream().map(Column::name).toList();
    handle.execute(
        "MERGE INTO %s (%s) KEY (%s) VALUES (%s)"
            .formatted(
                book.table(),
                String.join(", ", names),
                String.join(", ", book.key()),
                String.join(", ", names.stream().map(_ -> "?").toList())),
        written.stream().map(column -> value(row, column)).toArray());
  }

  private static Object value(BookRow row, Column column) {
    String value = row.values().get(column.name());
    return column.binary() && value != null ? HexFormat.of().parseHex(value) : value;
  }
}
