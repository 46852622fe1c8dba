package io.gatehouse.store;

import org.jdbi.v3.core.Handle;

/** The number of the newest change of the books that no passage made, kept with that change. */
final class BookNumber {

  private static final String FACT = "books.last";

  private BookNumber() {}

  static long last(Handle handle) {
    return handle
        .createQuery("SELECT CAST(fact AS BIGINT) FROM store_fact WHERE name = :name")
        .bind("name", FACT)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /** Numbers a change, in its transaction. */
  static long next(Handle handle) {
    long number = last(handle) + 1;
    set(handle, number);
    return number;
  }

  static void set(Handle handle, long number) {
    handle.execute(
        "MERGE INTO store_fact (name, fact) KEY (name) VALUES (?, ?)", FACT, Long.toString(number));
  }
}
