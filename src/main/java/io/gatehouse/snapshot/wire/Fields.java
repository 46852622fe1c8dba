package io.gatehouse.snapshot.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes parts out of what somebody else wrote. A part of another type than the API promises counts
 * as missing: one odd field must not cost the whole answer, which was paid for.
 */
final class Fields {

  private Fields() {}

  static Optional<JsonObject> object(JsonObject in, String name) {
    return find(in, name).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
  }

  static JsonArray array(JsonObject in, String name) {
    return find(in, name)
        .filter(JsonElement::isJsonArray)
        .map(JsonElement::getAsJsonArray)
        .orElseGet(JsonArray::new);
  }

  static List<JsonObject> objects(JsonArray array) {
    List<JsonObject> objects = new ArrayList<>();
    for (JsonElement element : array) {
      if (element.isJsonObject()) {
        objects.add(element.getAsJsonObject());
      }
    }
    return objects;
  }

  /** A text that says something. */
  static Optional<String> text(JsonObject in, String name) {
    return find(in, name)
        .filter(value -> value.isJsonPrimitive() && !value.getAsJsonPrimitive().isBoolean())
        .map(JsonElement::getAsString)
        .filter(text -> !text.isBlank());
  }

  static Optional<Double> number(JsonObject in, String name) {
    return find(in, name)
        .filter(value -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber())
        .map(JsonElement::getAsDouble)
        .filter(Double::isFinite);
  }

  private static Optional<JsonElement> find(JsonObject in, String name) {
    return Optional.ofNullable(in.get(name)).filter(value -> !value.isJsonNull());
  }
}
