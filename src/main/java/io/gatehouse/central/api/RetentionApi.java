package io.gatehouse.central.api;

import com.google.gson.JsonObject;
import io.gatehouse.central.access.AuditAction;
import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.Bodies;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** How long pictures and rows are kept. */
public final class RetentionApi implements Api {

  private final Site site;

  /** Wires the routes. */
  public RetentionApi(Site site) {
    this.site = site;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/retention", this::tell, Permission.READ_ADMINISTRATION);
    routes.put("/api/retention", this::change, Permission.ADMINISTER);
  }

  private void tell(Context context) {
    answer(context, site.database().jdbi().withHandle(RetentionRule::read));
  }

  private void change(Context context) {
    JsonObject body = Bodies.object(context);
    RetentionRule rule =
        new RetentionRule(
            Bodies.number(body, "picture_days", 0, RetentionRule.MOST_DAYS),
            Bodies.number(body, "row_days", 0, RetentionRule.MOST_DAYS));
    site.database()
        .jdbi()
        .useTransaction(handle -> {
          rule.write(handle);
          site.audit()
              .change(
                  handle,
                  site.audit()
                      .row(
                          context,
                          AuditAction.RETENTION_CHANGED,
                          "pictures %d days, rows %d days"
                              .formatted(rule.pictureDays(), rule.rowDays())));
        });
    answer(context, rule);
  }

  private static void answer(Context context, RetentionRule rule) {
    JsonObject body = Bodies.done();
    body.addProperty("picture_days", rule.pictureDays());
    body.addProperty("row_days", rule.rowDays());
    context.json(body);
  }
}
