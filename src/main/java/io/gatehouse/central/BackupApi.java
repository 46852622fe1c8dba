package io.gatehouse.central;

import com.google.gson.JsonObject;
import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.CentralException;
import io.gatehouse.central.common.Json;
import io.gatehouse.central.store.Backup;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.file.Path;

/** A backup now, beside those of every night. */
final class BackupApi implements Api {

  private final Backup backup;

  BackupApi(Backup backup) {
    this.backup = backup;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/backup", this::write, Permission.ADMINISTER);
  }

  private void write(Context context) {
    try {
      Path file = backup.write();
      JsonObject answer = new JsonObject();
      answer.addProperty("success", true);
      answer.addProperty("file", file.getFileName().toString());
      context.json(answer);
    } catch (CentralException e) {
      context.status(HttpStatus.CONFLICT).json(Json.refusal(e.getMessage()));
    }
  }
}
