package io.gatehouse.central.common;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Optional;

/** Reads bodies of requests, and says what is wrong with them; makes those of answers. */
public final class Bodies {

  private Bodies() {}

  /** {@code {"success":true}}, to be added to. */
  public static JsonObject done() {
    JsonObject body = new JsonObject();
    body.addProperty("success", true);
    return body;
  }

  /** The body as a JSON object. */
  public static JsonObject object(Context context) {
    try {
      JsonElement body = JsonParser.parseString(context.body());
      if (body.isJsonObject()) {
        return body.getAsJsonObject();
      }
    } catch (JsonParseException e) {
      throw new BadRequestResponse("the body is no JSON");
    }
    throw new BadRequestResponse("the body is no JSON object");
  }

  /** A text that must be there. */
  public static String text(JsonObject body, String name) {
    return findText(body, name)
        .orElseThrow(() -> new BadRequestResponse("'%s' is missing".formatted(name)));
  }

  /** A text that must say something, in so many characters. */
  public static String text(JsonObject body, String name, int longest) {
    String text = text(body, name).strip();
    if (text.isEmpty() || text.length() > longest) {
      throw new BadRequestResponse("'%s' has 1 to %d characters".formatted(name, longest));
    }
    return text;
  }

  /** A text that may be missing. */
  public static Optional<String> findText(JsonObject body, String name) {
    Optional<JsonElement> value = find(body, name);
    if (value.filter(v -> !isPrimitive(v) || !v.getAsJsonPrimitive().isString()).isPresent()) {
      throw new BadRequestResponse("'%s' is no text".formatted(name));
    }
    return value.map(JsonElement::getAsString);
  }

  /** A truth that may be missing. */
  public static Optional<Boolean> findBoolean(JsonObject body, String name) {
    Optional<JsonElement> value = find(body, name);
    if (value.filter(v -> !isPrimitive(v) || !v.getAsJsonPrimitive().isBoolean()).isPresent()) {
      throw new BadRequestResponse("'%s' is neither true nor false".formatted(name));
    }
    return value.map(JsonElement::getAsBoolean);
  }

  /** A whole number that must be there. */
  public static int number(JsonObject body, String name, int least, int most) {
    Optional<Integer> number =
        find(body, name)
            .filter(v -> isPrimitive(v) && v.getAsJsonPrimitive().isNumber())
            .map(JsonElement::getAsDouble)
            .filter(v -> v == Math.rint(v) && v >= least && v <= most)
            .map(Double::intValue);
    return number.orElseThrow(() ->
        new BadRequestResponse("'%s' is a number from %d to %d".formatted(name, least, most)));
  }

  private static boolean isPrimitive(JsonElement value) {
    return value.isJsonPrimitive();
  }

  private static Optional<JsonElement> find(JsonObject body, String name) {
    return Optional.ofNullable(body.get(name)).filter(value -> !value.isJsonNull());
  }
}
