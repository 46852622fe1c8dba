package io.gatehouse.central.api;

import com.google.gson.JsonObject;
import io.gatehouse.central.access.AuditAction;
import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.Bodies;
import io.gatehouse.central.common.Json;
import io.gatehouse.central.image.ImageVault;
import io.gatehouse.database.Moments;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;

/** What a person may ask of the site about the own plate: a copy of everything, and erasure. */
public final class PlatesApi implements Api {

  private final Site site;
  private final ImageVault pictures;
  private final Vehicles vehicles;
  private final Passages passages;
  private final Json json = new Json();

  /** Wires the routes. */
  public PlatesApi(Site site, ImageVault pictures) {
    this.site = site;
    this.pictures = pictures;
    this.vehicles = site.vehicles();
    this.passages = new Passages(site.clock());
  }

  private record Row(
      Vehicle vehicle,
      List<Passages.Passage> passages,
      List<Passages.Correction> corrections,
      Set<String> pictures) {}

  private record Everything(String plate, String exportedAt, List<Row> rows) {}

  private record Erased(int rows, Set<String> pictures) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/plates/{plate}/export", this::export, Permission.READ_ADMINISTRATION);
    routes.delete("/api/plates/{plate}", this::erase, Permission.ADMINISTER);
  }

  private static String plate(Context context) {
    String plate = HistoryFilter.compact(context.pathParam("plate"));
    if (plate.isEmpty()) {
      throw new NotFoundResponse("the address has no plate where one should be");
    }
    return plate;
  }

  private void export(Context context) throws IOException {
    String plate = plate(context);
    Everything found = site.database().jdbi().inTransaction(handle -> everything(handle, plate));
    if (found.rows().isEmpty()) {
      throw new NotFoundResponse("nothing is known of this plate");
    }
    site.audit().before(site.audit().row(context, AuditAction.PLATE_EXPORT, "").about(plate));
    context
        .contentType("application/zip")
        .header("Content-Disposition", "attachment; filename=\"plate.zip\"");
    context.res().setCharacterEncoding(null);
    try (ZipOutputStream zip = new ZipOutputStream(context.outputStream())) {
      zip.putNextEntry(new ZipEntry("data.json"));
      zip.write(json.toJsonString(found, Everything.class).getBytes(StandardCharsets.UTF_8));
      Set<String> hashes = new LinkedHashSet<>();
      found.rows().forEach(row -> hashes.addAll(row.pictures()));
      for (String hash : hashes) {
        Optional<byte[]> jpeg = pictures.find(hash);
        if (jpeg.isPresent()) {
          zip.putNextEntry(new ZipEntry("pictures/" + hash + ".jpg"));
          zip.write(jpeg.get());
        }
      }
    }
  }

  private Everything everything(Handle handle, String plate) {
    List<Row> rows = new ArrayList<>();
    for (Vehicle vehicle : vehicles.byId(handle, PlateRecord.ids(handle, plate))) {
      rows.add(
          new Row(
              vehicle,
              passages.of(handle, vehicle.id()),
              passages.corrections(handle, vehicle.id()),
              PlateRecord.images(handle, vehicle.id())));
    }
    return new Everything(plate, site.clock().text(site.clock().now()), rows);
  }

  private void erase(Context context) throws IOException {
    String plate = plate(context);
    // else a look of this moment would be written after it
    site.audit().flush();
    Erased erased = site.database().jdbi().inTransaction(handle -> erase(handle, context, plate));
    for (String hash : erased.pictures()) {
      pictures.remove(hash);
    }
    JsonObject body = Bodies.done();
    body.addProperty("rows", erased.rows());
    body.addProperty("pictures", erased.pictures().size());
    context.json(body);
  }

  private Erased erase(Handle handle, Context context, String plate) {
    int rows = PlateRecord.ids(handle, plate).size();
    if (rows == 0) {
      throw new NotFoundResponse("nothing is known of this plate");
    }
    if (PlateRecord.isInside(handle, plate)) {
      throw new ConflictResponse("the vehicle is inside; erase it when it has left");
    }
    Set<String> images = PlateRecord.erase(handle, plate, Moments.of(site.time().now()));
    // which plate it was is what must not be kept
    site.audit()
        .change(
            handle,
            site.audit()
                .row(
                    context,
                    AuditAction.PLATE_ERASED,
                    "%d rows, %d pictures".formatted(rows, images.size())));
    return new Erased(rows, images);
  }
}
