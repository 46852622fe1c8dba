package io.gatehouse.central.api;

import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** The cameras and their health. */
public final class CamerasApi implements Api {

  private final Site site;
  private final Cameras cameras;

  /** Wires the route. */
  public CamerasApi(Site site) {
    this.site = site;
    this.cameras = new Cameras(site.clock());
  }

  private record Answer(
      boolean success, int total, long online, long offline, List<Camera> cameras) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/cameras", this::list, Permission.READ);
  }

  private void list(Context context) {
    List<Camera> all = site.database().jdbi().withHandle(cameras::all);
    long online = all.stream().filter(camera -> camera.status().equals("online")).count();
    context.json(new Answer(true, all.size(), online, all.size() - online, all));
  }
}
