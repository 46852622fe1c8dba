package io.gatehouse.central.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.Bodies;
import io.gatehouse.central.common.Parameters;
import io.gatehouse.database.Moments;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The guards' shifts that ended. */
public final class ShiftsApi implements Api {

  private static final int LARGEST_PAGE = 500;
  private static final int PAGE = 50;
  private static final String BETWEEN = "WHERE s.ended_at >= :from AND s.ended_at < :to";

  private final Site site;

  /** Wires the route. */
  public ShiftsApi(Site site) {
    this.site = site;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/shifts", this::list, Permission.READ_FIGURES);
  }

  private void list(Context context) {
    SiteClock clock = site.clock();
    Instant from = StatsApi.day(context, "from").map(clock::start).orElse(Instant.EPOCH);
    Instant to =
        StatsApi.day(context, "to")
            .map(day -> clock.start(day.plusDays(1)))
            .orElseGet(() -> clock.start(clock.today().plusDays(2)));
    int limit = Parameters.number(context, "limit", 1, LARGEST_PAGE, PAGE);
    int offset = Parameters.number(context, "offset", 0, HistoryQuery.LARGEST_OFFSET, 0);
    context.json(
        site.database().jdbi().withHandle(handle -> page(handle, from, to, limit, offset)));
  }

  private JsonObject page(Handle handle, Instant from, Instant to, int limit, int offset) {
    List<JsonObject> shifts =
        handle
            .createQuery(
                """
                SELECT s.*, g.name AS gate FROM shift s JOIN gate g ON g.id = s.gate_id
                %s ORDER BY s.ended_at DESC, s.shift_id
                OFFSET %d ROWS FETCH FIRST %d ROWS ONLY
                """
                    .formatted(BETWEEN, offset, limit))
            .bind("from", Moments.of(from))
            .bind("to", Moments.of(to))
            .map((row, _) -> shift(row))
            .list();
    long total =
        handle
            .createQuery("SELECT COUNT(*) FROM shift s " + BETWEEN)
            .bind("from", Moments.of(from))
            .bind("to", Moments.of(to))
            .mapTo(Long.class)
            .one();
    JsonArray rows = new JsonArray();
    shifts.forEach(rows::add);
    JsonObject body = Bodies.done();
    body.addProperty("count", rows.size());
    body.addProperty("total", total);
    body.add("shifts", rows);
    return body;
  }

  /** The report's own words, with what the columns say of it. */
  private JsonObject shift(ResultSet row) throws SQLException {
    JsonElement told = JsonParser.parseString(row.getString("data"));
    JsonObject shift = told.isJsonObject() ? told.getAsJsonObject() : new JsonObject();
    Long counted = row.getObject("counted", Long.class);
    shift.addProperty("shift_id", row.getObject("shift_id", UUID.class).toString());
    shift.addProperty("gate_id", row.getLong("gate_id"));
    shift.addProperty("gate", row.getString("gate"));
    shift.addProperty("guard", row.getString("guard"));
    shift.addProperty("began_at", site.clock().text(Moments.at(row, "began_at")));
    shift.addProperty("ended_at", site.clock().text(Moments.at(row, "ended_at")));
    shift.addProperty("cash", row.getLong("cash"));
    shift.addProperty("counted", counted);
    shift.addProperty("difference", counted == null ? null : counted - row.getLong("cash"));
    return shift;
  }
}
