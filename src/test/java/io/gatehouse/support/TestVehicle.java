package io.gatehouse.support;

import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Sha256;
import io.gatehouse.plate.Confusions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A row of the central's history, put together by a test and written as it says. */
public final class TestVehicle {

  private final CentralDatabase database;
  private final Map<String, Object> columns = new LinkedHashMap<>();
  private final Instant now;

  TestVehicle(CentralDatabase database, long gate, String plate, Instant now) {
    this.database = database;
    this.now = now;
    columns.put("gate_id", gate);
    columns.put("stay_id", UUID.randomUUID());
    columns.put("plate_id", plate);
    columns.put("plate_view", plate);
    columns.put("folded", Confusions.fold(plate));
    columns.put("vehicle_kind", "MOTORBIKE");
    columns.put("status", "IN");
    columns.put("created_at", now.atOffset(ZoneOffset.UTC));
    columns.put("updated_at", now.atOffset(ZoneOffset.UTC));
  }

  /** Any column, by its name. */
  public TestVehicle with(String column, Object value) {
    columns.put(column, value);
    return this;
  }

  public TestVehicle in(Instant at) {
    columns.put("entry_time", at.atOffset(ZoneOffset.UTC));
    columns.put("entry_event", UUID.randomUUID());
    columns.put("entry_camera_id", 1);
    columns.put("entry_camera_name", "Cổng vào A");
    columns.put("entry_confidence", 0.95f);
    columns.put("entry_source", "auto");
    columns.putIfAbsent("last_time", at.atOffset(ZoneOffset.UTC));
    return this;
  }

  public TestVehicle out(Instant at, long paid) {
    columns.put("status", "OUT");
    columns.put("exit_time", at.atOffset(ZoneOffset.UTC));
    columns.put("exit_event", UUID.randomUUID());
    columns.put("exit_camera_id", 2);
    columns.put("exit_camera_name", "Cổng ra B");
    columns.put("fee", paid);
    columns.put("paid", paid);
    columns.put("last_time", at.atOffset(ZoneOffset.UTC));
    return this;
  }

  /** With a picture, which is stored. */
  public TestVehicle picture(String column, byte[] jpeg) {
    String hash = Sha256.of(jpeg);
    columns.put(column, hash);
    database
        .jdbi()
        .useHandle(handle -> {
          handle.execute("DELETE FROM image WHERE sha256 = ?", hash);
          handle.execute(
              "INSERT INTO image (sha256, bytes, stored_at, jpeg) VALUES (?, ?, ?, ?)",
              hash,
              jpeg.length,
              now.atOffset(ZoneOffset.UTC),
              jpeg);
        });
    return this;
  }

  /** Writes it; returns its number. */
  public long store() {
    if (!columns.containsKey("last_time")) {
      in(now);
    }
    return database.jdbi().inTransaction(this::insert);
  }

  private long insert(Handle handle) {
    String names = String.join(", ", columns.keySet());
    String values = ":" + String.join(", :", columns.keySet());
    return handle
        .createUpdate("INSERT INTO vehicle (%s) VALUES (%s)".formatted(names, values))
        .bindMap(columns)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }
}
