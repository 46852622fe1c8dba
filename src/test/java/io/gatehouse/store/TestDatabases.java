package io.gatehouse.store;

/** Looks behind the store's front. */
final class TestDatabases {

  private TestDatabases() {}

  static long count(KioskStore store, String table) {
    return store
        .database()
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
  }
}
