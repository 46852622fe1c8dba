package io.gatehouse.central.reading;

import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;
import io.gatehouse.database.Dialect;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Counts the pictures that were read for callers, by month in UTC. */
public final class ReadingCount {

  private final CentralDatabase database;
  private final TimeSource time;

  public ReadingCount(CentralDatabase database, TimeSource time) {
    this.database = database;
    this.time = time;
  }

  /** This month. */
  YearMonth month() {
    return YearMonth.from(time.now().atOffset(ZoneOffset.UTC));
  }

  /**
   * Counts one; one after the other, since the embedded database takes no two first ones of a
   * month.
   *
   * @return how many it are this month
   */
  synchronized long add() {
    String month = month().toString();
    String sql =
        database.dialect() == Dialect.POSTGRESQL
            ? """
            INSERT INTO reading_usage (month_of, calls) VALUES (:month, 1)
            ON CONFLICT (month_of) DO UPDATE SET calls = reading_usage.calls + 1
            """
            : """
            MERGE INTO reading_usage AS u USING (VALUES (:month)) AS n (month_of)
            ON u.month_of = n.month_of
            WHEN MATCHED THEN UPDATE SET calls = u.calls + 1
            WHEN NOT MATCHED THEN INSERT (month_of, calls) VALUES (n.month_of, 1)
            """;
    return database
        .jdbi()
        .inTransaction(handle -> {
          handle.createUpdate(sql).bind("month", month).execute();
          return handle
              .createQuery("SELECT calls FROM reading_usage WHERE month_of = :month")
              .bind("month", month)
              .mapTo(Long.class)
              .one();
        });
  }

  /** How many it are this month. */
  long now() {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("SELECT calls FROM reading_usage WHERE month_of = :month")
                .bind("month", month().toString())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }
}
