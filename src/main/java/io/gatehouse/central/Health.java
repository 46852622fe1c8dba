package io.gatehouse.central;

import com.google.gson.JsonObject;
import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.Metrics;
import io.gatehouse.central.image.ImageVault;
import io.gatehouse.central.store.CentralDatabase;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Whether this process can do its work now: for a balancer, and for who is called at night. */
final class Health implements Api {

  private final CentralDatabase database;
  private final ImageVault vault;
  private final Metrics metrics;

  Health(CentralDatabase database, ImageVault vault, Metrics metrics) {
    this.database = database;
    this.vault = vault;
    this.metrics = metrics;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/healthz", this::health, Permission.PUBLIC);
    routes.get("/metrics", this::metrics, Permission.READ_FIGURES);
  }

  private void health(Context context) {
    boolean databaseAnswers = database.answers();
    boolean vaultAnswers = databaseAnswers && vault.answers();
    JsonObject body = new JsonObject();
    body.addProperty("success", vaultAnswers);
    body.addProperty("database", word(databaseAnswers));
    body.addProperty("pictures", word(vaultAnswers));
    context
        .status(vaultAnswers ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .header("Cache-Control", "no-store")
        .json(body);
  }

  private static String word(boolean answers) {
    return answers ? "ok" : "does not answer";
  }

  private void metrics(Context context) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.text());
  }
}
