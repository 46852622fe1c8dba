package io.gatehouse.central.hook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.gatehouse.snapshot.wire.AnswerWriter;
import io.gatehouse.snapshot.wire.LocalPlate;
import io.gatehouse.snapshot.wire.PixelBox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A passage, as others are told of it.
 *
 * @param isEntry in, else out
 * @param plate compact, upper case
 * @param picture hash of its picture; empty when it has none
 */
public record PassageNews(
    long gate,
    UUID event,
    boolean isEntry,
    Instant at,
    int cameraId,
    String cameraName,
    String plate,
    double confidence,
    String vehicleKind,
    boolean isTurnedAway,
    Optional<String> picture) {

  /** The body of the message to one receiver. */
  JsonObject message(String target) {
    JsonObject hook = new JsonObject();
    hook.addProperty("target", target);
    hook.addProperty("id", "camera-" + cameraId);
    hook.addProperty("event", "recognition");
    hook.add("filename", filename());
    JsonObject message = new JsonObject();
    message.add("hook", hook);
    message.add("data", data());
    return message;
  }

  private JsonElement filename() {
    return picture
        .<JsonElement>map(hash -> new JsonPrimitive(hash + ".jpg"))
        .orElse(JsonNull.INSTANCE);
  }

  private JsonObject data() {
    JsonObject data = new JsonObject();
    data.addProperty("camera_id", cameraName.isBlank() ? "camera-" + cameraId : cameraName);
    data.add("filename", filename());
    data.addProperty("timestamp", at.toString());
    data.addProperty("timestamp_local", at.toString());
    JsonArray results = new JsonArray();
    if (!plate.isEmpty()) {
      results.add(result());
    }
    data.add("results", results);
    data.add("gatehouse", ours());
    return data;
  }

  private JsonObject result() {
    LocalPlate read =
        new LocalPlate(plate, confidence, confidence, PixelBox.NONE, List.of(), Optional.of("vn"));
    JsonObject result = AnswerWriter.result(read);
    JsonObject vehicle = result.getAsJsonObject("vehicle");
    vehicle.addProperty("type", type());
    return result;
  }

  private String type() {
    return switch (vehicleKind) {
      case "MOTORBIKE", "ELECTRIC_MOTORBIKE" -> "Motorcycle";
      case "CAR" -> "Sedan";
      case "TRUCK" -> "Big Truck";
      default -> "Unknown";
    };
  }

  /** What the form has no place for. */
  private JsonObject ours() {
    JsonObject ours = new JsonObject();
    ours.addProperty("event_id", event.toString());
    ours.addProperty("gate_id", gate);
    ours.addProperty("direction", isEntry ? "IN" : "OUT");
    ours.addProperty("turned_away", isTurnedAway);
    ours.addProperty("vehicle_kind", vehicleKind);
    return ours;
  }
}
