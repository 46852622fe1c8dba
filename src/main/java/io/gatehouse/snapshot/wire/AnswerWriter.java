package io.gatehouse.snapshot.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what our own recogniser read as the API would, in either form. */
public final class AnswerWriter {

  /** Of the form that is written. */
  private static final int VERSION = 1;

  private static final String NO_VEHICLE = "Unknown";

  private AnswerWriter() {}

  /**
   * What is known of the picture besides what it shows.
   *
   * @param byVehicle whether the form of {@code detection_mode: vehicle} is wanted
   */
  public record About(
      String filename, Optional<String> cameraId, Instant timestamp, boolean byVehicle) {}

  /** An answer. */
  public static JsonObject write(LocalReader.Reading reading, About about) {
    JsonObject answer = new JsonObject();
    answer.addProperty("processing_time", Math.round(reading.millis() * 1000) / 1000.0);
    answer.add("results", about.byVehicle ? vehicles(reading.plates()) : plates(reading.plates()));
    answer.addProperty("filename", about.filename);
    answer.addProperty("version", VERSION);
    if (about.cameraId.isPresent()) {
      answer.addProperty("camera_id", about.cameraId.get());
    } else {
      answer.add("camera_id", JsonNull.INSTANCE);
    }
    answer.addProperty("timestamp", about.timestamp.truncatedTo(ChronoUnit.MICROS).toString());
    return answer;
  }

  private static JsonArray plates(List<LocalPlate> plates) {
    JsonArray results = new JsonArray();
    plates.forEach(plate -> results.add(result(plate)));
    return results;
  }

  /** One plate, as an element of {@code results}. */
  public static JsonObject result(LocalPlate plate) {
    JsonObject result = new JsonObject();
    result.add("box", plate.box().json());
    result.addProperty("plate", written(plate.text()));
    JsonObject region = new JsonObject();
    region.addProperty("code", plate.region().orElse("unknown"));
    region.addProperty("score", plate.region().isPresent() ? rounded(plate.score()) : 0);
    result.add("region", region);
    result.addProperty("score", rounded(plate.score()));
    JsonArray candidates = new JsonArray();
    texts(plate)
        .forEach(other -> {
          JsonObject candidate = new JsonObject();
          candidate.addProperty("score", rounded(other.score()));
          candidate.addProperty("plate", written(other.text()));
          candidates.add(candidate);
        });
    result.add("candidates", candidates);
    result.addProperty("dscore", rounded(plate.detectionScore()));
    result.add("vehicle", noVehicle());
    return result;
  }

  /** We read plates and look for no vehicles; the API says so with score 0. */
  private static JsonObject noVehicle() {
    JsonObject vehicle = new JsonObject();
    vehicle.addProperty("score", 0.0);
    vehicle.addProperty("type", NO_VEHICLE);
    vehicle.add("box", PixelBox.NONE.json());
    return vehicle;
  }

  private static JsonArray vehicles(List<LocalPlate> plates) {
    JsonArray results = new JsonArray();
    for (LocalPlate plate : plates) {
      JsonArray values = new JsonArray();
      texts(plate).forEach(other -> values.add(value(written(other.text()), other.score())));
      JsonArray regions = new JsonArray();
      plate.region().ifPresent(code -> regions.add(value(code, plate.score())));
      JsonObject props = new JsonObject();
      props.add("plate", values);
      props.add("region", regions);
      JsonObject found = new JsonObject();
      found.addProperty("type", "Plate");
      found.addProperty("score", rounded(plate.detectionScore()));
      found.add("box", plate.box().json());
      found.add("props", props);
      JsonObject result = new JsonObject();
      result.add("plate", found);
      result.add("vehicle", JsonNull.INSTANCE);
      results.add(result);
    }
    return results;
  }

  /** The text itself is the first of its candidates. */
  private static List<LocalPlate.Other> texts(LocalPlate plate) {
    return Stream.concat(
            Stream.of(new LocalPlate.Other(plate.text(), plate.score())), plate.others().stream())
        .toList();
  }

  private static JsonObject value(String text, double score) {
    JsonObject value = new JsonObject();
    value.addProperty("value", text);
    value.addProperty("score", rounded(score));
    return value;
  }

  private static String written(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static double rounded(double score) {
    return Math.round(score * 1000) / 1000.0;
  }
}
