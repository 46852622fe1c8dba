package io.gatehouse.central.api;

import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.Parameters;
import io.gatehouse.parking.insight.BusinessDay;
import io.gatehouse.parking.insight.HourFigures;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Vehicles and money, by hour and by day of the site. */
public final class StatsApi implements Api {

  private static final int MOST_DAYS = 366;
  private static final int USUAL_DAYS = 7;

  private final Site site;
  private final Figures figures;

  /** Wires the route. */
  public StatsApi(Site site) {
    this.site = site;
    this.figures = new Figures(site.database(), site.clock());
  }

  private record Hour(int hour, long entries, long exits, long revenue, long inside) {}

  private record Day(String day, long entries, long exits, long revenue, long inside) {}

  private record Stats(
      boolean success,
      String from,
      String to,
      long vehiclesInParking,
      long entriesToday,
      long exitsToday,
      Long revenueToday,
      Map<String, Long> byKind,
      List<Hour> byHour,
      List<Day> byDay) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/stats", this::stats, Permission.READ_FIGURES);
  }

  private void stats(Context context) {
    LocalDate to = day(context, "to").orElse(site.clock().today());
    LocalDate from = day(context, "from").orElse(to.minusDays(USUAL_DAYS - 1L));
    if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw new BadRequestResponse("'from' to 'to' are 1 to %d days".formatted(MOST_DAYS));
    }
    context.json(site.database().jdbi().withHandle(handle -> stats(handle, from, to)));
  }

  private Stats stats(Handle handle, LocalDate from, LocalDate to) {
    Figures.Now now = figures.now(handle, true);
    List<BusinessDay> days = figures.days(handle, from, to);
    return new Stats(
        true,
        from.toString(),
        to.toString(),
        now.vehiclesInParking(),
        now.entriesToday(),
        now.exitsToday(),
        now.revenueToday(),
        figures.insideByKind(handle),
        hours(days.getLast()),
        days.stream().map(StatsApi::day).toList());
  }

  private static List<Hour> hours(BusinessDay day) {
    List<Hour> hours = new ArrayList<>();
    for (HourFigures hour : day.hours()) {
      hours.add(
          new Hour(hours.size(), hour.entries(), hour.exits(), hour.paidDong(), hour.inside()));
    }
    return hours;
  }

  private static Day day(BusinessDay day) {
    return new Day(
        day.day().toString(),
        day.totals().entries(),
        day.totals().exits(),
        day.totals().paidDong(),
        day.mostInside());
  }

  /** A day of the query. */
  static Optional<LocalDate> day(Context context, String name) {
    try {
      return Parameters.text(context, name).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new BadRequestResponse("'%s' is a day such as 2026-11-21".formatted(name));
    }
  }
}
