package io.gatehouse.store;

import java.util.List;
import java.util.Map;

/**
 * A row of a book as it was left by a transaction. Values are in the words of the database; bytes
 * are hexadecimal digits.
 *
 * @param key the values of {@link Book#key()}
 * @param values by column, without those that are NULL; null when there is no such row any more
 */
record BookRow(Book book, List<String> key, Map<String, String> values) {

  /** Which row. */
  record Key(Book book, List<String> values) {}

  static BookRow removed(Key key) {
    return new BookRow(key.book(), key.values(), null);
  }

  Key id() {
    return new Key(book, key);
  }
}
