package io.gatehouse.database;

/** The databases that we keep things in, where their SQL differs. */
public enum Dialect {
  H2("BINARY LARGE OBJECT", "h2"),
  POSTGRESQL("BYTEA", "postgresql");

  private final String bytes;
  private final String folder;

  Dialect(String bytes, String folder) {
    this.bytes = bytes;
    this.folder = folder;
  }

  /** Type of a large binary column. */
  String bytes() {
    return bytes;
  }

  /** Where a schema lies: a folder for both, and one for what only one of them can. */
  String[] migrations(String schema) {
    return new String[] {"classpath:db/" + schema, "classpath:db/" + schema + "-" + folder};
  }
}
