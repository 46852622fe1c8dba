package io.gatehouse.central.api;

import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.database.Dialect;
import io.gatehouse.database.Moments;
import io.gatehouse.parking.insight.BusinessDay;
import io.gatehouse.parking.insight.QuarterFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Counts vehicles and money of days of the site. */
final class Figures {

  private final Dialect dialect;
  private final SiteClock clock;

  Figures(CentralDatabase database, SiteClock clock) {
    this.dialect = database.dialect();
    this.clock = clock;
  }

  /**
   * This moment and the present day.
   *
   * @param revenueToday đồng paid; null for who may not see it
   */
  record Now(long vehiclesInParking, long entriesToday, long exitsToday, Long revenueToday) {}

  Now now(Handle handle, boolean money) {
    return handle
        .createQuery(
            """
            SELECT (SELECT COUNT(*) FROM vehicle WHERE status = 'IN') AS inside,
              (SELECT COUNT(*) FROM vehicle WHERE entry_time >= :midnight
                AND status <> 'TURNED_AWAY') AS entries,
              COUNT(CASE WHEN status <> 'TURNED_AWAY' THEN exit_event END) AS exits,
              COALESCE(SUM(paid), 0) AS paid
            FROM vehicle WHERE exit_time >= :midnight
            """)
        .bind("midnight", Moments.of(clock.start(clock.today())))
        .map((row, _) ->
            new Now(
                row.getLong("inside"),
                row.getLong("entries"),
                row.getLong("exits"),
                money ? (Long) row.getLong("paid") : null))
        .one();
  }

  /** Vehicles inside now, by kind. */
  Map<String, Long> insideByKind(Handle handle) {
    Map<String, Long> kinds = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            SELECT vehicle_kind, COUNT(*) AS inside FROM vehicle WHERE status = 'IN'
            GROUP BY vehicle_kind ORDER BY vehicle_kind
            """)
        .map((row, _) -> Map.entry(row.getString("vehicle_kind"), row.getLong("inside")))
        .forEach(kind -> kinds.put(kind.getKey(), kind.getValue()));
    return kinds;
  }

  /** The days from the first to the last, hour by hour. */
  List<BusinessDay> days(Handle handle, LocalDate first, LocalDate last) {
    Instant now = clock.now();
    Map<Long, QuarterFigures> quarters = quarters(handle, clock.start(first));
    long inside = insideAt(handle, quarters);
    List<BusinessDay> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      BusinessDay counted = BusinessDay.of(day, clock.zone(), inside, ofDay(quarters, day), now);
      inside = counted.insideAtEnd();
      days.add(counted);
    }
    return days;
  }

  /** Who was inside when the quarters begin: who is now, less who came since, and who went. */
  private static long insideAt(Handle handle, Map<Long, QuarterFigures> quarters) {
    long inside =
        handle
            .createQuery("SELECT COUNT(*) FROM vehicle WHERE status = 'IN'")
            .mapTo(Long.class)
            .one();
    return Math.max(
        0, inside + quarters.values().stream().mapToLong(q -> q.ended() - q.entries()).sum());
  }

  private List<QuarterFigures> ofDay(Map<Long, QuarterFigures> quarters, LocalDate day) {
    long from = Math.floorDiv(clock.start(day).getEpochSecond(), QuarterFigures.SECONDS);
    long to = Math.ceilDiv(clock.start(day.plusDays(1)).getEpochSecond(), QuarterFigures.SECONDS);
    List<QuarterFigures> found = new ArrayList<>();
    for (long number = from; number < to; number++) {
      QuarterFigures quarter = quarters.get(number);
      if (quarter != null) {
        found.add(quarter);
      }
    }
    return found;
  }

  private Map<Long, QuarterFigures> quarters(Handle handle, Instant from) {
    Map<Long, QuarterFigures> quarters = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT %s AS quarter, COUNT(*) AS entries FROM vehicle
            WHERE entry_time >= :from AND status <> 'TURNED_AWAY' GROUP BY quarter
            """
                .formatted(quarter("entry_time")))
        .bind("from", Moments.of(from))
        .map(
            (row, _) -> new QuarterFigures(row.getLong("quarter"), row.getLong("entries"), 0, 0, 0))
        .forEach(q -> quarters.merge(q.number(), q, Figures::sum));
    handle
        .createQuery(
            """
            SELECT %s AS quarter, COUNT(CASE WHEN status <> 'TURNED_AWAY' THEN exit_event END) AS exits,
              COUNT(CASE WHEN status <> 'TURNED_AWAY' THEN entry_time END) AS ended,
              COALESCE(SUM(paid), 0) AS paid
            FROM vehicle WHERE exit_time >= :from GROUP BY quarter
            """
                .formatted(quarter("exit_time")))
        .bind("from", Moments.of(from))
        .map((row, _) ->
            new QuarterFigures(
                row.getLong("quarter"),
                0,
                row.getLong("exits"),
                row.getLong("ended"),
                row.getLong("paid")))
        .forEach(q -> quarters.merge(q.number(), q, Figures::sum));
    return quarters;
  }

  private String quarter(String column) {
    return switch (dialect) {
      case H2 ->
          "DATEDIFF(MINUTE, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00', %s) / 15"
              .formatted(column);
      case POSTGRESQL -> "CAST(FLOOR(EXTRACT(EPOCH FROM %s) / 900) AS BIGINT)".formatted(column);
    };
  }

  private static QuarterFigures sum(QuarterFigures a, QuarterFigures b) {
    return new QuarterFigures(
        a.number(),
        a.entries() + b.entries(),
        a.exits() + b.exits(),
        a.ended() + b.ended(),
        Math.addExact(a.paidDong(), b.paidDong()));
  }
}
