package io.gatehouse.central;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.gatehouse.central.api.OpenApiText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** The description of the interface, read so far that answers can be held against it. */
final class OpenApi {

  private static final List<String> METHODS = List.of("get", "head", "post", "put", "delete");

  private final JsonObject document;

  private OpenApi(JsonObject document) {
    this.document = document;
  }

  static OpenApi read() throws IOException {
    try (InputStream text = OpenApi.class.getResourceAsStream(OpenApiText.RESOURCE)) {
      Map<String, Object> yaml = new Yaml().load(text);
      return new OpenApi(new Gson().toJsonTree(yaml).getAsJsonObject());
    }
  }

  /** {@code GET /api/cameras} and the others. */
  SortedSet<String> routes() {
    TreeSet<String> routes = new TreeSet<>();
    document
        .getAsJsonObject("paths")
        .asMap()
        .forEach((path, item) ->
            METHODS.stream()
                .filter(item.getAsJsonObject()::has)
                .forEach(
                    method -> routes.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
    return routes;
  }

  boolean isOpen(String route) {
    return operation(route).has("security");
  }

  private JsonObject operation(String route) {
    String[] parts = route.split(" ");
    return document
        .getAsJsonObject("paths")
        .getAsJsonObject(parts[1])
        .getAsJsonObject(parts[0].toLowerCase(java.util.Locale.ROOT));
  }

  /** What of an answer is not as described; each with where it stands. */
  List<String> faults(String route, int status, JsonElement answer) {
    JsonObject responses = operation(route).getAsJsonObject("responses");
    if (!responses.has("" + status)) {
      return List.of("%s is not described to answer %d".formatted(route, status));
    }
    JsonObject response = resolved(responses.getAsJsonObject("" + status));
    List<String> faults = new ArrayList<>();
    check(
        response
            .getAsJsonObject("content")
            .getAsJsonObject("application/json")
            .getAsJsonObject("schema"),
        answer,
        route,
        faults);
    return faults;
  }

  private JsonObject resolved(JsonObject node) {
    if (!node.has("$ref")) {
      return node;
    }
    JsonObject found = document;
    for (String part : node.get("$ref").getAsString().substring(2).split("/")) {
      found = found.getAsJsonObject(part);
    }
    return resolved(found);
  }

  private void check(JsonObject raw, JsonElement value, String where, List<String> faults) {
    JsonObject schema = resolved(raw);
    if (schema.has("allOf")) {
      schema.getAsJsonArray("allOf").forEach(s -> check(s.getAsJsonObject(), value, where, faults));
    }
    if (schema.has("const") && !schema.get("const").equals(value)) {
      faults.add(where + " is not " + schema.get("const"));
    }
    if (schema.has("enum") && !schema.getAsJsonArray("enum").contains(value)) {
      faults.add(where + " is none of " + schema.get("enum"));
    }
    if (schema.has("type") && types(schema).stream().noneMatch(type -> isOf(type, value))) {
      faults.add("%s is no %s: %s".formatted(where, schema.get("type"), value));
      return;
    }
    if (schema.has("format") && value.isJsonPrimitive()) {
      checkFormat(schema.get("format").getAsString(), value.getAsString(), where, faults);
    }
    if (value.isJsonObject()) {
      checkObject(schema, value.getAsJsonObject(), where, faults);
    }
    if (value.isJsonArray() && schema.has("items")) {
      int i = 0;
      for (JsonElement item : value.getAsJsonArray()) {
        check(schema.getAsJsonObject("items"), item, where + "[" + i++ + "]", faults);
      }
    }
  }

  private void checkObject(JsonObject schema, JsonObject value, String where, List<String> faults) {
    if (schema.has("required")) {
      for (JsonElement name : schema.getAsJsonArray("required")) {
        if (!value.has(name.getAsString())) {
          faults.add("%s has no %s".formatted(where, name.getAsString()));
        }
      }
    }
    JsonObject properties =
        schema.has("properties") ? schema.getAsJsonObject("properties") : new JsonObject();
    for (Map.Entry<String, JsonElement> member : value.entrySet()) {
      String there = where + "." + member.getKey();
      if (properties.has(member.getKey())) {
        check(properties.getAsJsonObject(member.getKey()), member.getValue(), there, faults);
      } else if (schema.has("additionalProperties")) {
        check(schema.getAsJsonObject("additionalProperties"), member.getValue(), there, faults);
      }
    }
  }

  /** Members of an answer's rows that nobody described. */
  List<String> undescribed(String schema, JsonObject value) {
    JsonObject properties =
        document
            .getAsJsonObject("components")
            .getAsJsonObject("schemas")
            .getAsJsonObject(schema)
            .getAsJsonObject("properties");
    return value.keySet().stream().filter(name -> !properties.has(name)).toList();
  }

  private static void checkFormat(String format, String text, String where, List<String> faults) {
    String pattern =
        switch (format) {
          case "date-time" ->
              "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)";
          case "date" -> "\\d{4}-\\d\\d-\\d\\d";
          case "uuid" -> "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
          default -> ".*";
        };
    if (!Pattern.matches(pattern, text)) {
      faults.add("%s is no %s: %s".formatted(where, format, text));
    }
  }

  private static List<String> types(JsonObject schema) {
    JsonElement type = schema.get("type");
    return type.isJsonArray()
        ? type.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList()
        : List.of(type.getAsString());
  }

  private static boolean isOf(String type, JsonElement value) {
    return switch (type) {
      case "null" -> value.isJsonNull();
      case "object" -> value instanceof JsonObject;
      case "array" -> value instanceof JsonArray;
      case "string" -> value instanceof JsonPrimitive p && p.isString();
      case "boolean" -> value instanceof JsonPrimitive p && p.isBoolean();
      case "number" -> value instanceof JsonPrimitive p && p.isNumber();
      case "integer" ->
          value instanceof JsonPrimitive p
              && p.isNumber()
              && p.getAsBigDecimal().stripTrailingZeros().scale() <= 0;
      default -> throw new IllegalArgumentException("a type that the test does not know: " + type);
    };
  }
}
