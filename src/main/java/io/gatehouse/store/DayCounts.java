package io.gatehouse.store;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.insight.BusinessDay;
import io.gatehouse.parking.insight.PictureQuality;
import io.gatehouse.parking.insight.QuarterFigures;
import io.gatehouse.parking.insight.ReadingCount;
import io.gatehouse.parking.insight.ReadingDay;
import io.gatehouse.parking.insight.Sighting;
import io.gatehouse.parking.insight.Totals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Counts one day, or a part of one, from the rows. */
final class DayCounts {

  private DayCounts() {}

  /** Vehicles that were inside at a moment, by the books as they are now. */
  static long inside(Handle handle, Instant at) {
    return handle
        .createQuery(
            """
            SELECT (SELECT COUNT(*) FROM stay USE INDEX (stay_open_by_time)
                WHERE open_kind IN (<kinds>) AND entered_at < :at)
              + (SELECT COUNT(*) FROM stay USE INDEX (stay_by_end)
                WHERE ended_at >= :at AND entered_at < :at AND entry_passage IS NOT NULL)
            """)
        .bindList("kinds", Stream.of(VehicleKind.values()).map(Enum::name).toList())
        .bind("at", PassageWriter.utc(at))
        .mapTo(Long.class)
        .one();
  }

  /**
   * Counts the business of a day.
   *
   * @param insideAtStart vehicles inside at its first midnight
   */
  static BusinessDay business(
      Handle handle, LocalDate day, ZoneId zone, long insideAtStart, Instant now) {
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
    Map<Long, QuarterFigures> quarters = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT DATEDIFF(MINUTE, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00', entered_at)
              / 15 AS q, COUNT(*) AS entries
            FROM stay USE INDEX (stay_by_entering)
            WHERE entered_at >= :from AND entered_at < :to AND entry_passage IS NOT NULL
            GROUP BY q
            """)
        .bind("from", PassageWriter.utc(from))
        .bind("to", PassageWriter.utc(to))
        .map((row, _) -> new QuarterFigures(row.getLong("q"), row.getLong("entries"), 0, 0, 0))
        .forEach(q -> quarters.merge(q.number(), q, DayCounts::sum));
    handle
        .createQuery(
            """
            SELECT DATEDIFF(MINUTE, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00', ended_at)
              / 15 AS q, COUNT(exit_passage) AS exits, COUNT(entry_passage) AS ended,
              COALESCE(SUM(paid_dong), 0) AS paid
            FROM stay USE INDEX (stay_by_end)
            WHERE ended_at >= :from AND ended_at < :to GROUP BY q
            """)
        .bind("from", PassageWriter.utc(from))
        .bind("to", PassageWriter.utc(to))
        .map((row, _) ->
            new QuarterFigures(
                row.getLong("q"),
                0,
                row.getLong("exits"),
                row.getLong("ended"),
                row.getLong("paid")))
        .forEach(q -> quarters.merge(q.number(), q, DayCounts::sum));
    return BusinessDay.of(day, zone, insideAtStart, new ArrayList<>(quarters.values()), now);
  }

  private static QuarterFigures sum(QuarterFigures a, QuarterFigures b) {
    return new QuarterFigures(
        a.number(),
        a.entries() + b.entries(),
        a.exits() + b.exits(),
        a.ended() + b.ended(),
        Math.addExact(a.paidDong(), b.paidDong()));
  }

  static Totals totals(Handle handle, Instant from, Instant to) {
    return handle
        .createQuery(
            """
            SELECT (SELECT COUNT(entry_passage) FROM stay USE INDEX (stay_by_entering)
                WHERE entered_at >= :from AND entered_at < :to) AS entries,
              COUNT(exit_passage) AS exits, COALESCE(SUM(paid_dong), 0) AS paid
            FROM stay USE INDEX (stay_by_end) WHERE ended_at >= :from AND ended_at < :to
            """)
        .bind("from", PassageWriter.utc(from))
        .bind("to", PassageWriter.utc(to))
        .map((row, _) ->
            new Totals(row.getLong("entries"), row.getLong("exits"), row.getLong("paid")))
        .one();
  }

  static ReadingDay reading(Handle handle, LocalDate day, ZoneId zone) {
    ReadingCount count = new ReadingCount(day, zone);
    List<Sighting> sightings =
        handle
            .createQuery(
                """
                SELECT l.captured_at, l.outcome, l.corrected, l.plate, p.read_text, p.confidence,
                  q.sharpness, q.brightness
                FROM listing l USE INDEX (listing_by_time)
                JOIN passage p ON p.no = l.passage_no
                LEFT JOIN picture_quality q ON q.passage_no = l.passage_no
                WHERE l.captured_at >= :from AND l.captured_at < :to
                """)
            .bind("from", PassageWriter.utc(day.atStartOfDay(zone).toInstant()))
            .bind("to", PassageWriter.utc(day.plusDays(1).atStartOfDay(zone).toInstant()))
            .map((row, _) -> sighting(row))
            .list();
    sightings.forEach(count::add);
    return count.count();
  }

  private static Sighting sighting(ResultSet row) throws SQLException {
    float brightness = row.getFloat("brightness");
    Optional<PictureQuality> quality =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(new PictureQuality(row.getFloat("sharpness"), brightness));
    return new Sighting(
        row.getObject("captured_at", OffsetDateTime.class).toInstant(),
        word(Outcome.valueOf(row.getString("outcome")), row.getBoolean("corrected")),
        row.getString("read_text"),
        row.getString("plate"),
        row.getFloat("confidence"),
        quality);
  }

  private static Sighting.Word word(Outcome outcome, boolean corrected) {
    return switch (outcome) {
      case CONFIRMED, CORRECTED -> Sighting.Word.PERSON;
      case TYPED -> Sighting.Word.TYPED;
      case AUTOMATIC, REJECTED -> corrected ? Sighting.Word.PERSON : Sighting.Word.MACHINE;
    };
  }
}
