package io.gatehouse.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns settings into JSON values and back, one a component of {@link Settings}: a text, {@code
 * true} or {@code false}, a whole number within {@link WholeNumber}, or one of an enum's names in
 * lower case. A new component needs nothing here.
 */
final class SettingsForm {

  private final List<RecordComponent> components = List.of(Settings.class.getRecordComponents());

  /** A value that is not allowed, with those that are. */
  record WrongValue(String key, JsonElement value, String allowed) {}

  /**
   * @param settings with the default in the place of each wrong or missing value
   */
  record Read(Settings settings, List<WrongValue> wrong) {}

  boolean knows(String key) {
    return components.stream().anyMatch(component -> component.getName().equals(key));
  }

  /** In the order of the record. */
  Map<String, JsonElement> write(Settings settings) {
    Map<String, JsonElement> values = new LinkedHashMap<>();
    for (RecordComponent component : components) {
      values.put(component.getName(), json(value(component, settings)));
    }
    return values;
  }

  Read read(JsonObject json) {
    Settings defaults = Settings.defaults();
    List<WrongValue> wrong = new ArrayList<>();
    Object[] values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      RecordComponent component = components.get(i);
      JsonElement given = json.get(component.getName());
      Optional<Object> value = given == null ? Optional.empty() : parse(given, component);
      if (given != null && value.isEmpty()) {
        wrong.add(new WrongValue(component.getName(), given, allowed(component)));
      }
      values[i] = value.orElseGet(() -> value(component, defaults));
    }
    return new Read(make(values), List.copyOf(wrong));
  }

  private static Optional<Object> parse(JsonElement given, RecordComponent component) {
    Class<?> type = component.getType();
    if (!(given instanceof JsonPrimitive primitive)) {
      return Optional.empty();
    }
    if (type == boolean.class) {
      return primitive.isBoolean() ? Optional.of(primitive.getAsBoolean()) : Optional.empty();
    }
    if (type == int.class) {
      return primitive.isNumber()
          ? number(primitive, component.getAnnotation(WholeNumber.class))
          : Optional.empty();
    }
    if (!primitive.isString()) {
      return Optional.empty();
    }
    String text = primitive.getAsString();
    if (type == String.class) {
      return Optional.of(text);
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> name(constant).equalsIgnoreCase(text))
        .findFirst()
        .map(constant -> constant);
  }

  private static Optional<Object> number(JsonPrimitive given, WholeNumber range) {
    try {
      int value = given.getAsBigDecimal().intValueExact();
      return value >= range.from() && value <= range.to() ? Optional.of(value) : Optional.empty();
    } catch (ArithmeticException e) { // a fraction, or beyond all numbers of this size
      return Optional.empty();
    }
  }

  private static String allowed(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == int.class) {
      WholeNumber range = component.getAnnotation(WholeNumber.class);
      return "a whole number from %d to %d".formatted(range.from(), range.to());
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text in quotes";
    }
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> '"' + name(constant) + '"')
        .collect(Collectors.joining(" or "));
  }

  private static JsonElement json(Object value) {
    return switch (value) {
      case Boolean flag -> new JsonPrimitive(flag);
      case Enum<?> constant -> new JsonPrimitive(name(constant));
      case Integer number -> new JsonPrimitive(number);
      default -> new JsonPrimitive(value.toString());
    };
  }

  private static String name(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  private static Object value(RecordComponent component, Settings settings) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError("a public record's accessor", e);
    }
  }

  private Settings make(Object[] values) {
    Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return Settings.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a public record's constructor", e);
    }
  }
}
