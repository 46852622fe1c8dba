package io.gatehouse.central.intake;

import com.google.gson.JsonObject;
import io.gatehouse.central.access.Access;
import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.BoundedBody;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;
import io.gatehouse.database.Moments;
import io.gatehouse.plate.VietnamGrammar;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Signs of life of the cameras. */
public final class HeartbeatApi implements Api {

  private static final int LARGEST = 20_000;
  private static final int LONGEST_HEALTH = 10_000;
  private static final int LONGEST_NAME = 200;

  private final Access access;
  private final CentralDatabase database;
  private final TimeSource time;
  private final EventParser parser = new EventParser(new VietnamGrammar());

  private record Heartbeat(
      long camera,
      String name,
      String type,
      String status,
      long sent,
      long failed,
      String health) {}

  public HeartbeatApi(Access access, CentralDatabase database, TimeSource time) {
    this.access = access;
    this.database = database;
    this.time = time;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/edge/heartbeat", this::beat, Permission.SEND);
  }

  private void beat(Context context) {
    long gate = access.gate(context).id();
    Heartbeat heartbeat = read(parser.json(BoundedBody.read(context, LARGEST)));
    database
        .jdbi()
        .useTransaction(handle -> {
          database.lockIntake(handle);
          if (write(handle, UPDATE, gate, heartbeat) == 0) {
            write(handle, INSERT, gate, heartbeat);
          }
        });
    JsonObject answer = new JsonObject();
    answer.addProperty("success", true);
    context.json(answer);
  }

  private static Heartbeat read(JsonObject json) {
    Fields body = new Fields(json);
    String health =
        body.object("health").isPresent() ? json.getAsJsonObject("health").toString() : "{}";
    if (health.length() > LONGEST_HEALTH) {
      throw body.wrong("health", "is longer than %d characters".formatted(LONGEST_HEALTH));
    }
    return new Heartbeat(
        body.whole("camera_id", 0, Integer.MAX_VALUE)
            .orElseThrow(() -> body.wrong("camera_id", "is missing")),
        body.text("camera_name", LONGEST_NAME).orElse(""),
        body.text("camera_type", 16).orElse(""),
        body.text("status", LONGEST_NAME).orElse("online"),
        body.whole("events_sent", 0, Long.MAX_VALUE / 16).orElse(0L),
        body.whole("events_failed", 0, Long.MAX_VALUE / 16).orElse(0L),
        health);
  }

  private static final String UPDATE =
      """
      UPDATE camera SET name = :name, type = :type, status = :status, last_heartbeat = :now,
        events_sent = :sent, events_failed = :failed, health = :health, updated_at = :now
      WHERE gate_id = :gate AND camera_id = :camera
      """;

  private static final String INSERT =
      """
      INSERT INTO camera (gate_id, camera_id, name, type, status, last_heartbeat, events_sent,
        events_failed, health, created_at, updated_at)
      VALUES (:gate, :camera, :name, :type, :status, :now, :sent, :failed, :health, :now, :now)
      """;

  /** The time is that of arrival: whether a gate is in reach does not depend on its clock. */
  private int write(Handle handle, String sql, long gate, Heartbeat heartbeat) {
    try (Update update = handle.createUpdate(sql)) {
      return update
          .bind("gate", gate)
          .bind("camera", heartbeat.camera)
          .bind("name", heartbeat.name)
          .bind("type", heartbeat.type)
          .bind("status", heartbeat.status)
          .bind("sent", heartbeat.sent)
          .bind("failed", heartbeat.failed)
          .bind("health", heartbeat.health)
          .bind("now", Moments.of(time.now()))
          .execute();
    }
  }
}
