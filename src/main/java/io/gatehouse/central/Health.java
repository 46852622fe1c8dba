package io.gatehouse.central;

import com.google.gson.JsonObject;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.store.CentralDatabase;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Whether this process can do its work now: for a balancer, and for who is called at night. */
final class Health implements Api {

  private final CentralDatabase database;

  Health(CentralDatabase database) {
    this.database = database;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/healthz", this::answer);
  }

  private void answer(Context context) {
    boolean databaseAnswers = database.answers();
    JsonObject body = new JsonObject();
    body.addProperty("success", databaseAnswers);
    body.addProperty("database", databaseAnswers ? "ok" : "does not answer");
    context.status(databaseAnswers ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).json(body);
  }
}
