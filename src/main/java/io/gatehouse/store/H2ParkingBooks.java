package io.gatehouse.store;

import java.util.function.UnaryOperator;

/** The books of one database. */
record H2ParkingBooks(
    StayStore stays,
    TariffStore tariffs,
    ListStore lists,
    StaffStore staff,
    ShiftStore shifts,
    AuditTrail audit,
    InsightStore insight,
    HoldStore holds)
    implements ParkingBooks {

  static ParkingBooks on(
      Database database,
      CommitPath commits,
      TimeOrderedIds ids,
      UnaryOperator<String> fold,
      InsightStore insight) {
    return new H2ParkingBooks(
        new H2StayStore(database, commits, fold),
        new H2TariffStore(database, commits),
        new H2ListStore(database, commits, fold),
        new H2StaffStore(database, commits, ids),
        new H2ShiftStore(database, commits, ids),
        new H2AuditTrail(database, commits),
        insight,
        new H2HoldStore(database, commits));
  }
}
