package io.gatehouse.central.api;

import io.gatehouse.central.access.AuditAction;
import io.gatehouse.central.access.Callers;
import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.Parameters;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The history: pages of it, one row, and who is inside now. */
public final class HistoryApi implements Api {

  private static final int MOST_INSIDE = 10_000;
  private static final int USUALLY_INSIDE = 1_000;

  private final Site site;
  private final HistorySearch search;
  private final Vehicles vehicles;
  private final Figures figures;
  private final Passages passages;

  /** Wires the routes. */
  public HistoryApi(Site site) {
    this.site = site;
    this.search = new HistorySearch(site.database().dialect());
    this.vehicles = site.vehicles();
    this.figures = new Figures(site.database(), site.clock());
    this.passages = new Passages(site.clock());
  }

  private record Page(
      boolean success,
      int count,
      long total,
      boolean totalExact,
      Figures.Now stats,
      List<Vehicle> history) {}

  private record Entry(
      boolean success,
      Vehicle vehicle,
      List<Passages.Passage> passages,
      List<Passages.Correction> corrections) {}

  private record State(boolean success, List<Vehicle> vehiclesInParking, Figures.Now stats) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/parking/history", this::page, Permission.READ);
    routes.get("/api/parking/history/{id}", this::entry, Permission.READ);
    routes.get("/api/parking/state", this::state, Permission.READ);
  }

  private void page(Context context) {
    HistoryQuery query = HistoryQuery.of(context, site.clock());
    query
        .search()
        .map(HistoryFilter::compact)
        .ifPresent(text -> site.audit().look(site.audit().row(context, AuditAction.SEARCH, text)));
    Page page = site.database().jdbi().withHandle(handle -> page(handle, query, money(context)));
    context.json(page);
  }

  private Page page(Handle handle, HistoryQuery query, boolean money) {
    HistorySearch.Found found = search.find(handle, query);
    List<Vehicle> rows = vehicles.byId(handle, found.ids());
    return new Page(
        true, rows.size(), found.total(), found.exact(), figures.now(handle, money), rows);
  }

  private static boolean money(Context context) {
    return Callers.of(context).may(Permission.READ_FIGURES);
  }

  private void entry(Context context) {
    long id = Parameters.id(context);
    Entry entry =
        site.database()
            .jdbi()
            .withHandle(handle ->
                new Entry(
                    true,
                    vehicles
                        .find(handle, id)
                        .orElseThrow(() -> new NotFoundResponse("there is no such row")),
                    passages.of(handle, id),
                    passages.corrections(handle, id)));
    site.audit()
        .look(site.audit().row(context, AuditAction.VIEW, "").about(id, entry.vehicle().plateId()));
    context.json(entry);
  }

  private void state(Context context) {
    int limit = Parameters.number(context, "limit", 1, MOST_INSIDE, USUALLY_INSIDE);
    boolean money = money(context);
    State state =
        site.database()
            .jdbi()
            .withHandle(
                handle -> new State(true, inside(handle, limit), figures.now(handle, money)));
    context.json(state);
  }

  private List<Vehicle> inside(Handle handle, int limit) {
    return handle
        .createQuery(
            "SELECT %s FROM vehicle WHERE status = 'IN' ORDER BY last_time DESC, id DESC FETCH FIRST %d ROWS ONLY"
                .formatted(Vehicles.COLUMNS, limit))
        .map((row, _) -> vehicles.read(row))
        .list();
  }
}
