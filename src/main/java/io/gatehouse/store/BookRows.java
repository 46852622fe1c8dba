package io.gatehouse.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A transaction on the books, and which rows it changes. Whoever changes a row of a {@link Book}
 * names it here before; a row that is not named is in the database alone.
 */
final class BookRows {

  private final Handle handle;
  private final BookSchema schema;
  // empty for a row that was not there
  private final Map<BookRow.Key, Optional<BookRow>> before = new LinkedHashMap<>();

  BookRows(Handle handle, BookSchema schema) {
    this.handle = handle;
    this.schema = schema;
  }

  Handle handle() {
    return handle;
  }

  /** A row that is there, or may be, is going to be changed or removed. */
  void changing(Book book, Object... key) {
    BookRow.Key which = key(book, key);
    if (!before.containsKey(which)) {
      before.put(which, Optional.of(schema.read(handle, which)));
    }
  }

  /** A row that was not there is added. */
  void adding(Book book, Object... key) {
    before.putIfAbsent(key(book, key), Optional.empty());
  }

  private static BookRow.Key key(Book book, Object... key) {
    return new BookRow.Key(book, Arrays.stream(key).map(Object::toString).toList());
  }

  /** The rows as they were, the last one first: in this order they can be put back. */
  List<BookRow> before() {
    List<BookRow> rows = new ArrayList<>();
    before.forEach((key, row) -> rows.add(row.orElseGet(() -> BookRow.removed(key))));
    return rows.reversed();
  }

  /** The rows as they are now. */
  List<BookRow> after() {
    return before.keySet().stream().map(key -> schema.read(handle, key)).toList();
  }
}
