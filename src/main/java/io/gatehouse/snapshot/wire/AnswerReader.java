package io.gatehouse.snapshot.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Understands both forms of the API's answer: the usual one with a plate a result, and that of
 * {@code detection_mode: vehicle} with a vehicle a result, whose plate may be missing.
 */
public final class AnswerReader {

  /** What some versions of the API write for "none". */
  private static final String NULL_TEXT = "null";

  private AnswerReader() {}

  /**
   * Reads an answer.
   *
   * @throws WireException when it is none: cut short, no JSON, or JSON without results
   */
  public static Answer read(String body) throws WireException {
    JsonObject raw = object(body);
    if (!raw.has("results") || !raw.get("results").isJsonArray()) {
      throw new WireException("the answer has no results");
    }
    List<AnsweredPlate> plates = new ArrayList<>();
    int vehicles = 0;
    for (JsonObject result : Fields.objects(raw.getAsJsonArray("results"))) {
      Optional<AnsweredPlate> plate =
          result.has("plate") && result.get("plate").isJsonPrimitive()
              ? plate(result)
              : ofVehicle(result);
      plate.ifPresent(plates::add);
      vehicles += Fields.object(result, "vehicle").filter(AnswerReader::isSeen).isPresent() ? 1 : 0;
    }
    return new Answer(
        raw,
        Fields.text(raw, "filename"),
        Fields.text(raw, "camera_id").filter(id -> !id.equals(NULL_TEXT)),
        Fields.text(raw, "timestamp").flatMap(AnswerReader::time),
        plates,
        vehicles);
  }

  private static JsonObject object(String body) throws WireException {
    try {
      return JsonParser.parseString(body).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new WireException("the answer is no JSON object, or only a part of one", e);
    }
  }

  /** Where no vehicle was seen there is one with score 0. */
  private static boolean isSeen(JsonObject vehicle) {
    return Fields.number(vehicle, "score").orElse(0.0) > 0;
  }

  private static Optional<AnsweredPlate> plate(JsonObject result) {
    Optional<JsonObject> vehicle = Fields.object(result, "vehicle").filter(AnswerReader::isSeen);
    Optional<JsonObject> region = Fields.object(result, "region");
    return Fields.text(result, "plate")
        .map(text ->
            new AnsweredPlate(
                text,
                Fields.number(result, "score").orElse(0.0),
                Fields.number(result, "dscore"),
                region.flatMap(r -> Fields.text(r, "code")),
                region.flatMap(r -> Fields.number(r, "score")),
                Fields.array(result, "candidates"),
                Fields.object(result, "box"),
                vehicle.flatMap(v -> Fields.text(v, "type")),
                vehicle.flatMap(v -> Fields.object(v, "box")),
                Fields.array(result, "model_make"),
                Fields.array(result, "color"),
                Fields.array(result, "orientation")));
  }

  private static Optional<AnsweredPlate> ofVehicle(JsonObject result) {
    Optional<JsonObject> plate = Fields.object(result, "plate");
    Optional<JsonObject> vehicle = Fields.object(result, "vehicle");
    JsonObject about = part(vehicle, "props");
    JsonObject read = part(plate, "props");
    List<JsonObject> values = Fields.objects(Fields.array(read, "plate"));
    if (plate.isEmpty() || values.isEmpty()) {
      return Optional.empty();
    }
    JsonObject best = values.getFirst();
    Optional<JsonObject> region = Fields.objects(Fields.array(read, "region")).stream().findFirst();
    return Fields.text(best, "value")
        .map(text ->
            new AnsweredPlate(
                text,
                Fields.number(best, "score").orElse(0.0),
                Fields.number(plate.get(), "score"),
                region.flatMap(r -> Fields.text(r, "value")),
                region.flatMap(r -> Fields.number(r, "score")),
                candidates(values),
                Fields.object(plate.get(), "box"),
                vehicle.flatMap(v -> Fields.text(v, "type")),
                vehicle.flatMap(v -> Fields.object(v, "box")),
                Fields.array(about, "make_model"),
                Fields.array(about, "color"),
                Fields.array(about, "orientation")));
  }

  private static JsonObject part(Optional<JsonObject> of, String name) {
    return of.flatMap(whole -> Fields.object(whole, name)).orElseGet(JsonObject::new);
  }

  private static JsonArray candidates(List<JsonObject> values) {
    JsonArray candidates = new JsonArray();
    for (JsonObject value : values) {
      Optional<String> text = Fields.text(value, "value");
      if (text.isPresent()) {
        JsonObject candidate = new JsonObject();
        candidate.addProperty("plate", text.get());
        Fields.number(value, "score").ifPresent(score -> candidate.addProperty("score", score));
        candidates.add(candidate);
      }
    }
    return candidates;
  }

  /**
   * A time as the API takes and writes it: with a zone in the cloud; its own server writes UTC
   * without saying so. Empty for what is no time.
   */
  public static Optional<Instant> time(String text) {
    try {
      String iso = text.strip().replace(' ', 'T');
      return Optional.of(
          iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
              ? OffsetDateTime.parse(iso).toInstant()
              : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
