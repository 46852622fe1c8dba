package io.gatehouse.central.reading;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.gatehouse.snapshot.wire.LocalPlate;
import io.javalin.http.BadRequestResponse;
import java.util.List;
import java.util.Optional;

/**
 * What a caller sets with {@code config}. Settings that only make sense for the API's own models,
 * such as {@code mode}, are taken and change nothing.
 *
 * @param byVehicle {@code detection_mode: vehicle}
 * @param strictRegion {@code region: strict}
 * @param leastDetection {@code threshold_d}
 * @param leastReading {@code threshold_o}
 */
record ReadingConfig(
    boolean byVehicle, boolean strictRegion, double leastDetection, double leastReading) {

  static final ReadingConfig USUAL = new ReadingConfig(false, false, 0, 0);

  static ReadingConfig parse(String text) {
    try {
      JsonElement json = JsonParser.parseString(text);
      if (json.isJsonObject()) {
        return of(json.getAsJsonObject());
      }
    } catch (JsonParseException e) {
      throw new BadRequestResponse("'config' is no JSON");
    }
    throw new BadRequestResponse("'config' is no JSON object");
  }

  static ReadingConfig of(JsonObject json) {
    return new ReadingConfig(
        word(json, "detection_mode").filter("vehicle"::equals).isPresent(),
        word(json, "region").filter("strict"::equals).isPresent(),
        share(json, "threshold_d"),
        share(json, "threshold_o"));
  }

  private static Optional<String> word(JsonObject json, String name) {
    return Optional.ofNullable(json.get(name))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString);
  }

  private static double share(JsonObject json, String name) {
    JsonElement value = json.get(name);
    if (value == null || value.isJsonNull()) {
      return 0;
    }
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      throw new BadRequestResponse("'%s' of 'config' is a number from 0 to 1".formatted(name));
    }
    return value.getAsDouble();
  }

  /** Whether a caller who set this wants to know of the plate. */
  boolean wants(LocalPlate plate, List<String> regions) {
    boolean regionFits =
        !strictRegion || regions.isEmpty() || plate.region().filter(regions::contains).isPresent();
    return regionFits && plate.detectionScore() >= leastDetection && plate.score() >= leastReading;
  }
}
