package io.gatehouse.central;

import io.gatehouse.central.access.AuditApi;
import io.gatehouse.central.access.Callers;
import io.gatehouse.central.access.Enrolments;
import io.gatehouse.central.access.GatesApi;
import io.gatehouse.central.access.SessionApi;
import io.gatehouse.central.access.Tokens;
import io.gatehouse.central.access.UsersApi;
import io.gatehouse.central.api.CamerasApi;
import io.gatehouse.central.api.ExportApi;
import io.gatehouse.central.api.HistoryApi;
import io.gatehouse.central.api.LiveApi;
import io.gatehouse.central.api.OpenApiText;
import io.gatehouse.central.api.PictureApi;
import io.gatehouse.central.api.PlatesApi;
import io.gatehouse.central.api.RetentionApi;
import io.gatehouse.central.api.RetentionJob;
import io.gatehouse.central.api.ShiftsApi;
import io.gatehouse.central.api.Site;
import io.gatehouse.central.api.StatsApi;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.image.ImageVault;
import io.gatehouse.central.page.PageFiles;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.util.List;

/** All that people and programs read and change, and the page. */
final class OwnerSide implements AutoCloseable {

  private final LiveApi live;
  private final RetentionJob retention;
  private final List<Api> areas;

  OwnerSide(
      CentralOptions options,
      CentralDatabase database,
      Guard guard,
      Tokens tokens,
      Enrolments enrolments,
      ImageVault vault,
      TimeSource time,
      Threads threads) {
    Site site = new Site(database, time, options.zone(), options.language(), guard.audit());
    live = new LiveApi(site, guard.access(), threads);
    retention = new RetentionJob(site, vault, threads);
    areas =
        List.of(
            new SessionApi(
                database,
                time,
                guard.passwords(),
                guard.sessions(),
                guard.audit(),
                options.zone(),
                guard.https()),
            new UsersApi(database, time, guard.passwords(), guard.sessions(), guard.audit()),
            new GatesApi(database, time, tokens, enrolments, guard.audit(), options.publicUrl()),
            new AuditApi(database),
            new HistoryApi(site),
            new StatsApi(site),
            new CamerasApi(site),
            new ShiftsApi(site),
            new PictureApi(site, vault),
            live,
            new ExportApi(site, vault),
            new PlatesApi(site, vault),
            new RetentionApi(site),
            new OpenApiText(),
            new PageFiles(context -> Callers.find(context).isPresent()));
  }

  List<Api> areas() {
    return areas;
  }

  /** Ends what would go on for ever; to be called before the server stops. */
  void letGo() {
    live.close();
  }

  /** To be called when no request is under way any more. */
  @Override
  public void close() {
    live.close();
    retention.close();
  }
}
