package io.gatehouse.sync;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.time.Instant;

/** The body of a heartbeat. */
final class HeartbeatJson {

  private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();

  String body(EdgeHealth edge, SyncState sync, Instant now) {
    JsonObject health = new JsonObject();
    health.addProperty("fps", Math.round(edge.framesPerSecond() * 10) / 10.0);
    health.addProperty("disk_free_bytes", edge.diskFreeBytes());
    health.addProperty("disk_total_bytes", edge.diskTotalBytes());
    health.addProperty("backlog", sync.counts().waiting());
    health.addProperty("parked", sync.counts().parked());
    health.addProperty("version", edge.version());
    health.addProperty("camera", edge.camera());
    sync.counts()
        .oldest()
        .ifPresent(oldest -> health.addProperty("oldest_waiting", oldest.toString()));
    JsonObject json = new JsonObject();
    json.addProperty("camera_id", EventJson.CAMERA);
    json.addProperty("camera_name", edge.cameraName());
    json.addProperty("camera_type", edge.cameraType());
    json.addProperty("status", "online");
    json.addProperty("events_sent", sync.sent());
    json.addProperty("events_failed", sync.failed());
    json.addProperty("timestamp", now.toString());
    json.add("health", health);
    return gson.toJson(json);
  }
}
