package io.gatehouse.central.common;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * JSON as the interface has it: names in snake_case, nulls written, times in ISO 8601. {@code
 * ctx.json(record)} uses it.
 */
public final class Json implements JsonMapper {

  private final Gson gson =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .serializeNulls()
          .disableHtmlEscaping()
          .registerTypeAdapter(Instant.class, asText())
          .registerTypeAdapter(OffsetDateTime.class, asText())
          .registerTypeHierarchyAdapter(Optional.class, ofOptional())
          .create();

  private static JsonSerializer<Object> asText() {
    return (value, _, _) -> new JsonPrimitive(value.toString());
  }

  /** What is empty is null. */
  private static JsonSerializer<Optional<?>> ofOptional() {
    return (value, _, context) ->
        value.isPresent() ? context.serialize(value.get()) : JsonNull.INSTANCE;
  }

  public Gson gson() {
    return gson;
  }

  /** The body of every refusal: {@code {"success":false,"error":…}}. */
  public static JsonObject refusal(String error) {
    JsonObject body = new JsonObject();
    body.addProperty("success", false);
    body.addProperty("error", error);
    return body;
  }

  @Override
  public String toJsonString(Object value, Type type) {
    return gson.toJson(value, type);
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // as the library has it
  public <T> T fromJsonString(String json, Type type) {
    return gson.fromJson(json, type);
  }
}
