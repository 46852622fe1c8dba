package io.gatehouse.store;

import io.gatehouse.common.TimeSource;
import io.gatehouse.parking.insight.BusinessDay;
import io.gatehouse.parking.insight.ReadingDay;
import io.gatehouse.parking.insight.Totals;
import io.gatehouse.store.RememberedDays.Kind;
import io.gatehouse.store.RememberedDays.Marks;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Figures from H2: days that are over from memory, all else counted. */
final class H2InsightStore implements InsightStore {

  private static final Logger log = LoggerFactory.getLogger(H2InsightStore.class);

  private final Database database;
  private final CommitPath commits;
  private final TimeSource time;
  private final RememberedDays remembered;

  H2InsightStore(Database database, CommitPath commits, StoreJson json, TimeSource time) {
    this.database = database;
    this.commits = commits;
    this.time = time;
    this.remembered = new RememberedDays(json);
  }

  /** Days found, and those of them that were counted now and are over. */
  private record Counted<T>(List<T> days, Map<LocalDate, T> fresh, Marks marks) {}

  @Override
  public List<BusinessDay> business(LocalDate first, LocalDate last, ZoneId zone)
      throws StoreException {
    LocalDate today = LocalDate.ofInstant(time.now(), zone);
    forgetTouched(today, zone);
    Counted<BusinessDay> counted = read(handle -> countBusiness(handle, first, last, today, zone));
    remember(Kind.BUSINESS, counted, zone);
    return counted.days();
  }

  private Counted<BusinessDay> countBusiness(
      Handle handle, LocalDate first, LocalDate last, LocalDate today, ZoneId zone) {
    Marks marks = RememberedDays.present(handle);
    Map<LocalDate, BusinessDay> known =
        remembered.find(handle, Kind.BUSINESS, first.minusDays(1), last, zone, BusinessDay.class);
    Instant now = time.now();
    return count(
        marks,
        first.datesUntil(last.plusDays(1)).toList(),
        today,
        known,
        BusinessDay::empty,
        day -> {
          // who was inside is handed on from day to day: counting it means to read all days since
          BusinessDay before = known.get(day.minusDays(1));
          long inside =
              before == null
                  ? DayCounts.inside(handle, day.atStartOfDay(zone).toInstant())
                  : before.insideAtEnd();
          return DayCounts.business(handle, day, zone, inside, now);
        });
  }

  /** Counts what is not known, and today in any case; {@code known} then holds it too. */
  private static <T> Counted<T> count(
      Marks marks,
      List<LocalDate> wanted,
      LocalDate today,
      Map<LocalDate, T> known,
      Function<LocalDate, T> empty,
      Function<LocalDate, T> figures) {
    Map<LocalDate, T> fresh = new LinkedHashMap<>();
    for (LocalDate day : wanted) {
      if (day.isBefore(today) && !known.containsKey(day)) {
        known.put(day, figures.apply(day));
        fresh.put(day, known.get(day));
      } else if (day.equals(today)) {
        known.put(day, figures.apply(day));
      } else if (day.isAfter(today)) {
        known.put(day, empty.apply(day));
      }
    }
    return new Counted<>(wanted.stream().map(known::get).toList(), fresh, marks);
  }

  @Override
  public List<ReadingDay> reading(LocalDate first, LocalDate last, ZoneId zone)
      throws StoreException {
    LocalDate today = LocalDate.ofInstant(time.now(), zone);
    forgetTouched(today, zone);
    Counted<ReadingDay> counted = read(handle -> countReading(handle, first, last, today, zone));
    remember(Kind.READING, counted, zone);
    return counted.days();
  }

  private Counted<ReadingDay> countReading(
      Handle handle, LocalDate first, LocalDate last, LocalDate today, ZoneId zone) {
    // before anything is read: what is touched meanwhile is counted again next time
    Marks marks = RememberedDays.present(handle);
    return count(
        marks,
        first.datesUntil(last.plusDays(1)).toList(),
        today,
        remembered.find(handle, Kind.READING, first, last, zone, ReadingDay.class),
        ReadingDay::empty,
        day -> DayCounts.reading(handle, day, zone));
  }

  /** Counts these days for good, before their passages go. */
  void keep(LocalDate first, LocalDate last, ZoneId zone) throws StoreException {
    reading(first, last, zone);
    List<LocalDate> days = first.datesUntil(last.plusDays(1)).toList();
    commits.change(rows -> RememberedDays.keep(rows, days));
  }

  @Override
  public Totals totals(Instant from, Instant to) throws StoreException {
    return read(handle -> DayCounts.totals(handle, from, to));
  }

  @Override
  public StorageUse storage() throws StoreException {
    try {
      long file = database.fileBytes();
      return read(handle ->
          handle
              .createQuery(
                  """
                  SELECT COALESCE(SUM(bytes), 0) AS bytes, COUNT(*) AS pictures,
                    (SELECT COUNT(*) FROM passage) AS passages
                  FROM picture USE INDEX (picture_by_time)
                  """)
              .map((row, _) ->
                  new StorageUse(
                      file, row.getLong("bytes"), row.getLong("pictures"), row.getLong("passages")))
              .one());
    } catch (IOException e) {
      throw new StoreException("The database's file could not be measured: " + e.getMessage(), e);
    }
  }

  private void forgetTouched(LocalDate today, ZoneId zone) throws StoreException {
    Marks marks = read(RememberedDays::present);
    Set<LocalDate> touched = read(handle -> remembered.touched(handle, today, zone));
    if (!touched.isEmpty()) {
      commits.change(rows -> {
        Handle handle = rows.handle();
        RememberedDays.forget(handle, touched);
        RememberedDays.mark(handle, marks);
      });
    }
  }

  /** What cannot be remembered is counted again next time: a full disk costs no figures. */
  private void remember(Kind kind, Counted<?> counted, ZoneId zone) {
    if (counted.fresh().isEmpty()) {
      return;
    }
    try {
      commits.change(rows -> {
        Handle handle = rows.handle();
        remembered.remember(handle, kind, counted.fresh(), zone);
        RememberedDays.mark(handle, counted.marks());
      });
    } catch (StoreException e) {
      log.warn(
          "The figures of {} days are not remembered: {}", counted.fresh().size(), e.getMessage());
    }
  }

  private <T> T read(HandleCallback<T, RuntimeException> query) throws StoreException {
    try {
      return database.jdbi().withHandle(query);
    } catch (JdbiException e) {
      throw new StoreException("The figures could not be read: " + DatabaseFaults.firstLine(e), e);
    }
  }
}
