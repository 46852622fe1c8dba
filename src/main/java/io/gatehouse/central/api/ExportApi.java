package io.gatehouse.central.api;

import io.gatehouse.central.access.AuditAction;
import io.gatehouse.central.access.Callers;
import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.image.ImageVault;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The history to take away, with the filters of its pages. */
public final class ExportApi implements Api {

  private static final int MOST_ON_PAPER = 1_000;
  private static final int FETCHED = 500;

  private final Site site;
  private final ImageVault pictures;
  private final Vehicles vehicles;
  private final HistorySearch search;

  /** Wires the routes. */
  public ExportApi(Site site, ImageVault pictures) {
    this.site = site;
    this.pictures = pictures;
    this.vehicles = site.vehicles();
    this.search = new HistorySearch(site.database().dialect());
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/export/history.csv", this::csv, Permission.READ_FIGURES);
    routes.get("/api/export/history.pdf", this::pdf, Permission.READ_FIGURES);
  }

  private void audit(Context context, String form) {
    String asked = Optional.ofNullable(context.queryString()).orElse("");
    site.audit().before(site.audit().row(context, AuditAction.EXPORT, form + " " + asked));
  }

  private void file(Context context, String type, String form) {
    context
        .contentType(type)
        .header(
            "Content-Disposition",
            "attachment; filename=\"gatehouse-%s.%s\"".formatted(site.clock().today(), form));
  }

  /** Row by row, however many there are. */
  private void csv(Context context) throws IOException {
    HistoryQuery query = HistoryQuery.of(context, site.clock());
    audit(context, "csv");
    file(context, "text/csv; charset=utf-8", "csv");
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8))) {
      HistoryCsv csv = new HistoryCsv(out);
      site.database().jdbi().useTransaction(handle -> rows(handle, query, csv));
    }
  }

  private void rows(Handle handle, HistoryQuery query, HistoryCsv csv) {
    HistoryFilter filter = HistoryFilter.of(query);
    if (filter.matchesNothing()) {
      return;
    }
    try (Stream<Vehicle> rows =
        filter
            .bound(
                handle,
                "SELECT %s FROM vehicle WHERE %s ORDER BY last_time DESC, id DESC"
                    .formatted(Vehicles.COLUMNS, filter.all()))
            .setFetchSize(FETCHED)
            .map((row, _) -> vehicles.read(row))
            .stream()) {
      rows.forEach(csv::add);
    }
  }

  private void pdf(Context context) throws IOException {
    HistoryQuery query = HistoryQuery.of(context, site.clock()).firstPage(MOST_ON_PAPER);
    audit(context, "pdf");
    Paper paper = site.database().jdbi().withHandle(handle -> paper(handle, query));
    String about =
        (paper.all() > paper.rows().size() ? "%d / %d" : "%d")
            .formatted(paper.rows().size(), paper.all());
    String foot =
        "%s · %s · Gatehouse"
            .formatted(Callers.of(context).name(), site.clock().text(site.clock().now()));
    byte[] document =
        new HistoryPdf(site.language()).of(paper.rows(), about, foot, this::thumbnail);
    file(context, "application/pdf", "pdf");
    context.res().setCharacterEncoding(null);
    context.result(document);
  }

  private record Paper(List<Vehicle> rows, long all) {}

  private Paper paper(Handle handle, HistoryQuery query) {
    HistorySearch.Found found = search.find(handle, query);
    return new Paper(vehicles.byId(handle, found.ids()), found.total());
  }

  private Optional<byte[]> thumbnail(Vehicle row, String side) throws IOException {
    boolean has = side.equals("entry") ? row.hasEntryImage() : row.hasExitImage();
    if (!has) {
      return Optional.empty();
    }
    Optional<String> hash =
        site.database()
            .jdbi()
            .withHandle(handle ->
                handle
                    .createQuery(
                        "SELECT %s_thumbnail, %s_crop, %s_full FROM vehicle WHERE id = :id"
                            .formatted(side, side, side))
                    .bind("id", row.id())
                    .map((found, _) ->
                        Stream.of(
                                Optional.ofNullable(found.getString(1)),
                                Optional.ofNullable(found.getString(2)),
                                Optional.ofNullable(found.getString(3)))
                            .flatMap(Optional::stream)
                            .findFirst())
                    .findOne()
                    .flatMap(found -> found));
    return hash.isPresent() ? pictures.find(hash.get()) : Optional.empty();
  }
}
