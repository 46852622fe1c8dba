package io.gatehouse.central.intake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.javalin.http.BadRequestResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the fields of a JSON object; a wrong one is refused by its name, never by its content. */
final class Fields {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\t\\r\\n]+");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final JsonObject object;
  private final String path;

  Fields(JsonObject object) {
    this(object, "");
  }

  private Fields(JsonObject object, String path) {
    this.object = object;
    this.path = path;
  }

  /** An object within; empty when it is left out. */
  Optional<Fields> object(String name) {
    JsonElement element = object.get(name);
    if (element == null || element.isJsonNull()) {
      return Optional.empty();
    }
    if (!element.isJsonObject()) {
      throw wrong(name, "is no object");
    }
    return Optional.of(new Fields(element.getAsJsonObject(), path + name + "."));
  }

  /** A text of bounded length without control characters. */
  Optional<String> text(String name, int longest) {
    Optional<JsonPrimitive> value = primitive(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.get().isString()) {
      throw wrong(name, "is no text");
    }
    // what people type has line breaks
    String text = value.get().getAsString();
    if (hasControl(text)) {
      text = LINE_BREAKS.matcher(text).replaceAll(" ");
    }
    if (text.length() > longest) {
      throw wrong(name, "is longer than %d characters".formatted(longest));
    }
    if (hasControl(text)) {
      throw wrong(name, "has a control character");
    }
    return Optional.of(text);
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  String needText(String name, int longest) {
    return text(name, longest).orElseThrow(() -> wrong(name, "is missing"));
  }

  /** One of a few words. */
  Optional<String> word(String name, Set<String> words) {
    Optional<String> text = text(name, 40);
    if (text.isPresent() && !words.contains(text.get())) {
      throw wrong(name, "is none of " + String.join(", ", words.stream().sorted().toList()));
    }
    return text;
  }

  Optional<UUID> uuid(String name) {
    return text(name, 36)
        .map(text -> {
          try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equalsIgnoreCase(text)) {
              return uuid;
            }
          } catch (IllegalArgumentException e) {
            throw wrong(name, "is no UUID");
          }
          throw wrong(name, "is no UUID");
        });
  }

  UUID needUuid(String name) {
    return uuid(name).orElseThrow(() -> wrong(name, "is missing"));
  }

  /** A point in time: ISO 8601 with its zone, or seconds since 1970 as a number. */
  Optional<Instant> time(String name) {
    return primitive(name)
        .map(value -> {
          Instant time = value.isNumber() ? seconds(name, value) : zoned(name, value.getAsString());
          if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw wrong(name, "is out of all calendars");
          }
          return time.truncatedTo(ChronoUnit.MICROS);
        });
  }

  Instant needTime(String name) {
    return time(name).orElseThrow(() -> wrong(name, "is missing"));
  }

  private Instant seconds(String name, JsonPrimitive value) {
    double seconds = value.getAsDouble();
    if (!(Math.abs(seconds) < 1e11)) {
      throw wrong(name, "is no time");
    }
    return Instant.EPOCH.plusNanos(Math.round(seconds * 1e6) * 1000);
  }

  private Instant zoned(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw wrong(name, "is no time in ISO 8601 with its zone");
    }
  }

  Optional<Long> whole(String name, long lowest, long highest) {
    return number(name)
        .map(number -> {
          long value;
          try {
            value = number.longValueExact();
          } catch (ArithmeticException e) {
            throw wrong(name, "is no whole number");
          }
          if (value < lowest || value > highest) {
            throw wrong(name, "is not within %d and %d".formatted(lowest, highest));
          }
          return value;
        });
  }

  /** A number from 0 to 1. */
  Optional<Double> share(String name) {
    return number(name)
        .map(number -> {
          double value = number.doubleValue();
          if (value < 0 || value > 1) {
            throw wrong(name, "is not within 0 and 1");
          }
          return value;
        });
  }

  private Optional<BigDecimal> number(String name) {
    return primitive(name)
        .map(value -> {
          String text = value.getAsString();
          // a BigDecimal of 1e999999999 is short to write and endless to make a long of
          if (!value.isNumber() || text.length() > 40 || Math.abs(value.getAsDouble()) > 1e18) {
            throw wrong(name, "is no number of ours");
          }
          return new BigDecimal(text);
        });
  }

  private Optional<JsonPrimitive> primitive(String name) {
    JsonElement element = object.get(name);
    if (element == null || element.isJsonNull()) {
      return Optional.empty();
    }
    if (!element.isJsonPrimitive()) {
      throw wrong(name, "is no single value");
    }
    return Optional.of(element.getAsJsonPrimitive());
  }

  BadRequestResponse wrong(String name, String why) {
    return new BadRequestResponse(path + name + " " + why);
  }
}
