package io.gatehouse.central.store;

/** The database that the central works on, where its SQL differs. */
public enum Dialect {
  H2("BINARY LARGE OBJECT"),
  POSTGRESQL("BYTEA");

  private final String bytes;

  Dialect(String bytes) {
    this.bytes = bytes;
  }

  /** Type of a large binary column. */
  String bytes() {
    return bytes;
  }

  /** Where the schema lies: a folder for both, and one for what only one of them can. */
  String[] migrations() {
    return switch (this) {
      case H2 -> new String[] {"classpath:db/central", "classpath:db/central-h2"};
      case POSTGRESQL -> new String[] {"classpath:db/central", "classpath:db/central-postgresql"};
    };
  }
}
