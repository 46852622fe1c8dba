package io.gatehouse.central.access;

import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.Parameters;
import io.gatehouse.central.store.CentralDatabase;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who looked at what, and who changed what. */
public final class AuditApi implements Api {

  private static final int LARGEST_PAGE = 500;
  private static final int PAGE = 50;

  private final CentralDatabase database;

  /** Wires the route. */
  public AuditApi(CentralDatabase database) {
    this.database = database;
  }

  private record Entry(
      long id,
      Instant at,
      String who,
      String kind,
      String address,
      String action,
      Optional<Long> vehicleId,
      Optional<String> plateId,
      String details) {

    static Entry of(AuditTrail.Entry entry) {
      AuditRow row = entry.row();
      return new Entry(
          entry.id(),
          row.at(),
          row.who(),
          row.kind(),
          row.address(),
          row.action().name(),
          row.vehicleId(),
          row.plateId(),
          row.details());
    }
  }

  private record Page(boolean success, int count, List<Entry> audit) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/audit", this::page, Permission.READ_ADMINISTRATION);
  }

  private void page(Context context) {
    Optional<String> plate =
        Parameters.text(context, "search")
            .map(text -> text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""));
    Optional<Long> before = Parameters.find(context, "before");
    int limit = Parameters.number(context, "limit", 1, LARGEST_PAGE, PAGE);
    List<Entry> entries =
        database
            .jdbi()
            .withHandle(handle -> AuditTrail.page(handle, plate, before, limit).stream())
            .map(Entry::of)
            .toList();
    context.json(new Page(true, entries.size(), entries));
  }
}
