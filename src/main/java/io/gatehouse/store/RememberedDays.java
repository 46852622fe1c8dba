package io.gatehouse.store;

import com.google.gson.JsonParseException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * The figures of days that are over, as they were counted, and the marks by which it is noticed
 * that something was written or corrected since in such a day. Each call belongs into a transaction
 * of the caller.
 */
final class RememberedDays {

  /** What is remembered of a day. */
  enum Kind {
    BUSINESS,
    READING
  }

  /**
   * How far the days were counted.
   *
   * @param passage highest number of a passage that is counted in
   * @param correction likewise
   */
  record Marks(long passage, long correction) {}

  private static final String PASSAGE_FACT = "insight.passage";
  private static final String CORRECTION_FACT = "insight.correction";

  private final StoreJson json;

  RememberedDays(StoreJson json) {
    this.json = json;
  }

  /** The marks that the present rows make. */
  static Marks present(Handle handle) {
    return new Marks(highest(handle, "passage"), highest(handle, "correction"));
  }

  private static long highest(Handle handle, String table) {
    return handle.createQuery("SELECT COALESCE(MAX(no), 0) FROM " + table).mapTo(Long.class).one();
  }

  /**
   * Days that were written to since they were counted.
   *
   * @param today not looked at, nor any later day: it is never remembered
   */
  Set<LocalDate> touched(Handle handle, LocalDate today, ZoneId zone) {
    Marks seen = new Marks(fact(handle, PASSAGE_FACT), fact(handle, CORRECTION_FACT));
    Marks now = present(handle);
    Set<LocalDate> days = new TreeSet<>();
    if (isEmpty(handle)) {
      return days;
    }
    if (seen.passage() > now.passage() || seen.correction() > now.correction()) {
      days.add(LocalDate.MIN); // a recovered database: numbers begin again where they are known
      return days;
    }
    handle
        .createQuery(
            """
            SELECT captured_at FROM passage WHERE no > :passage AND captured_at < :today
            UNION ALL SELECT l.captured_at FROM correction c
              JOIN listing l ON l.passage_no = c.passage_no
              WHERE c.no > :correction AND l.captured_at < :today
            """)
        .bind("passage", seen.passage())
        .bind("correction", seen.correction())
        .bind("today", PassageWriter.utc(today.atStartOfDay(zone).toInstant()))
        .mapTo(java.time.OffsetDateTime.class)
        .forEach(at -> days.add(at.atZoneSameInstant(zone).toLocalDate()));
    return days;
  }

  private static boolean isEmpty(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM insight_day FETCH FIRST ROW ONLY")
        .mapTo(Integer.class)
        .findOne()
        .isEmpty();
  }

  private static long fact(Handle handle, String name) {
    return handle
        .createQuery("SELECT fact FROM store_fact WHERE name = :name")
        .bind("name", name)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /** Forgets days; of the business the later ones too, since who was inside then is another. */
  static void forget(Handle handle, Set<LocalDate> days) {
    for (LocalDate day : days) {
      LocalDate from = day.equals(LocalDate.MIN) ? LocalDate.EPOCH : day;
      String later = day.equals(LocalDate.MIN) ? ">=" : "=";
      handle.execute("DELETE FROM insight_day WHERE kind = 'BUSINESS' AND on_day >= ?", from);
      handle.execute(
          "DELETE FROM insight_day WHERE kind = 'READING' AND NOT kept AND on_day " + later + " ?",
          from);
    }
  }

  static void mark(Handle handle, Marks marks) {
    fact(handle, PASSAGE_FACT, marks.passage());
    fact(handle, CORRECTION_FACT, marks.correction());
  }

  private static void fact(Handle handle, String name, long value) {
    handle.execute(
        "MERGE INTO store_fact (name, fact) KEY (name) VALUES (?, ?)", name, Long.toString(value));
  }

  /**
   * What is remembered; a day that was counted by the clock of another zone is not, unless its
   * passages are gone.
   */
  <T> Map<LocalDate, T> find(
      Handle handle, Kind kind, LocalDate first, LocalDate last, ZoneId zone, Class<T> type) {
    Map<LocalDate, T> found = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT on_day, figures FROM insight_day
            WHERE kind = :kind AND on_day BETWEEN :first AND :last AND (kept OR zone = :zone)
            """)
        .bind("kind", kind.name())
        .bind("first", first)
        .bind("last", last)
        .bind("zone", zone.getId())
        .map((row, _) ->
            Map.entry(row.getObject("on_day", LocalDate.class), row.getString("figures")))
        .forEach(day -> {
          try {
            found.put(day.getKey(), json.read(day.getValue(), type));
          } catch (JsonParseException e) {
            // written by another version: the day is counted anew
            found.remove(day.getKey());
          }
        });
    return found;
  }

  void remember(Handle handle, Kind kind, Map<LocalDate, ?> days, ZoneId zone) {
    days.forEach((day, figures) ->
        handle.execute(
            """
            MERGE INTO insight_day (on_day, kind, zone, figures, kept) KEY (on_day, kind)
            VALUES (?, ?, ?, ?, FALSE)
            """,
            day,
            kind.name(),
            zone.getId(),
            json.write(figures)));
  }

  /** From now on the figures of these days stand: their passages go. */
  static void keep(BookRows rows, List<LocalDate> days) {
    for (LocalDate day : days) {
      rows.changing(Book.INSIGHT_DAY, day, Kind.READING);
      rows.handle()
          .execute("UPDATE insight_day SET kept = TRUE WHERE kind = 'READING' AND on_day = ?", day);
    }
  }
}
