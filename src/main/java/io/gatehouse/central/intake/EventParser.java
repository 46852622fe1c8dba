package io.gatehouse.central.intake;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.gatehouse.common.Sha256;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateGrammar;
import io.javalin.http.BadRequestResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes facts of what gates send; refuses what is none with the name of the field. The form of
 * events stands in docs/decisions/0012-sync-protocol.md.
 */
final class EventParser {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_PLATE = 32;
  private static final int LONGEST_VIEW = 40;
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_DATA = 10_000;
  private static final int LONGEST_HASH = 64;
  private static final long MOST_DONG = 1_000_000_000_000L;

  /** The outcome of a passage that was none. */
  private static final String TURNED_AWAY = "REJECTED";

  /** A plate that somebody compared before: what our edges tell. */
  private static final Pattern COMPACT = Pattern.compile("[\\p{Lu}\\p{Nd}]{0,32}");

  private static final Set<String> TYPES =
      Set.of("ENTRY", "EXIT", "DETECTION", "CORRECTION", "STAY", "SHIFT");
  private static final Set<String> DIRECTIONS = Set.of("ENTRY", "EXIT");
  private static final Set<String> CHANGES = Set.of("OPENED", "CLOSED", "WITHOUT_ENTRY");

  private final PlateGrammar grammar;
  private final Gson gson = new Gson();

  EventParser(PlateGrammar grammar) {
    this.grammar = grammar;
  }

  /** Reads JSON in UTF-8, and nothing that only resembles it. */
  JsonObject json(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      JsonReader reader = new JsonReader(new StringReader(text));
      reader.setStrictness(Strictness.STRICT);
      JsonElement element = gson.getAdapter(JsonElement.class).read(reader);
      if (element == null || !element.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
        throw new BadRequestResponse("the body is no JSON object");
      }
      return element.getAsJsonObject();
    } catch (CharacterCodingException e) {
      throw new BadRequestResponse("the body is not in UTF-8");
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      throw new BadRequestResponse("the body is no JSON");
    }
  }

  /**
   * Reads one event.
   *
   * @param arrival counts where the event has no time of its own
   */
  EdgeEvent parse(long gateId, byte[] body, Instant arrival) {
    JsonObject json = json(body);
    Fields event = new Fields(json);
    String type = event.word("type", TYPES).orElseThrow(() -> event.wrong("type", "is missing"));
    Fields data = event.object("data").orElseThrow(() -> event.wrong("data", "is missing"));
    Instant at = event.time("timestamp").orElse(arrival);
    Optional<byte[]> jpeg = picture(json.getAsJsonObject("data"));
    String kept = kept(json.getAsJsonObject("data"));
    Fact fact =
        switch (type) {
          case "CORRECTION" -> correction(data, at);
          case "STAY" -> stayEnded(data);
          case "SHIFT" -> shift(data, kept);
          default -> passage(event, data, type, at, kept);
        };
    return new EdgeEvent(gateId, event.uuid("event_id"), type, Sha256.of(body), fact, jpeg);
  }

  /** Takes the picture out of the data: it is kept as a picture. */
  private static Optional<byte[]> picture(JsonObject data) {
    JsonElement base64 = data.remove("plate_image");
    if (base64 == null || base64.isJsonNull()) {
      return Optional.empty();
    }
    try {
      String text = base64.getAsString();
      // as browsers write it
      int begin = text.startsWith("data:") ? text.indexOf(',') + 1 : 0;
      return Optional.of(Base64.getMimeDecoder().decode(text.substring(begin)))
          .filter(bytes -> bytes.length > 0);
    } catch (IllegalArgumentException | UnsupportedOperationException | IllegalStateException e) {
      throw new BadRequestResponse("data.plate_image is no base64");
    }
  }

  private String kept(JsonObject data) {
    String kept = gson.toJson(data);
    if (kept.length() > LONGEST_DATA) {
      throw new BadRequestResponse("data is longer than %d characters".formatted(LONGEST_DATA));
    }
    return kept;
  }

  private Fact passage(Fields event, Fields data, String type, Instant at, String kept) {
    String direction = type;
    if ("DETECTION".equals(type)) {
      direction =
          event
              .word("camera_type", DIRECTIONS)
              .orElseThrow(() -> event.wrong("camera_type", "is missing"));
    }
    return new Fact.Passage(
        "ENTRY".equals(direction),
        at,
        Math.toIntExact(event.whole("camera_id", 0, Integer.MAX_VALUE).orElse(0L)),
        event.text("camera_name", LONGEST_NAME).orElse(""),
        plate(data),
        data.text("vehicle_kind", 16).orElse("MOTORBIKE"),
        data.share("confidence").orElse(0.0),
        data.text("source", 16).orElse("auto"),
        pictures(data),
        TURNED_AWAY.equals(data.text("outcome", LONGEST_VIEW).orElse("")),
        data.object("stay").map(EventParser::stay),
        data.object("stay").map(EventParser::charge).orElseGet(() -> charge(data)),
        kept);
  }

  private Fact.PlateName plate(Fields data) {
    String told = data.needText("plate_text", LONGEST_VIEW);
    Optional<String> view = data.text("plate_view", LONGEST_VIEW);
    if (view.isPresent() && COMPACT.matcher(told).matches()) {
      return new Fact.PlateName(told, view.get());
    }
    Plate plate = grammar.parse(told, 0);
    if (plate.text().length() > LONGEST_PLATE) {
      throw data.wrong("plate_text", "is longer than %d characters".formatted(LONGEST_PLATE));
    }
    return new Fact.PlateName(plate.text(), view.orElse(plate.display()));
  }

  private static Fact.Pictures pictures(Fields data) {
    return data.object("images")
        .map(images ->
            new Fact.Pictures(
                hash(images, "full"), hash(images, "crop"), hash(images, "thumbnail")))
        .orElse(Fact.Pictures.NONE);
  }

  private static String hash(Fields images, String name) {
    return images
        .text(name, LONGEST_HASH)
        .map(hash -> {
          String lower = hash.toLowerCase(Locale.ROOT);
          if (!Sha256.isHash(lower)) {
            throw images.wrong(name, "is no SHA-256");
          }
          return lower;
        })
        .orElse(null);
  }

  private static Fact.StayPart stay(Fields stay) {
    Fact.StayChange change =
        stay.word("change", CHANGES)
            .map(Fact.StayChange::valueOf)
            .orElseThrow(() -> stay.wrong("change", "is missing"));
    return new Fact.StayPart(
        stay.needUuid("id"),
        change,
        stay.uuid("entry_event_id").orElse(null),
        stay.time("entered_at").orElse(null),
        stay.text("ending", 16).orElse(null));
  }

  private static Fact.Charge charge(Fields told) {
    return new Fact.Charge(
        told.whole("fee", 0, MOST_DONG).orElse(0L),
        told.whole("paid", 0, MOST_DONG).orElse(0L),
        told.text("method", 16).orElse(null),
        told.text("approved_by", LONGEST_NAME).orElse(null),
        told.text("settlement_reason", LONGEST_REASON).orElse(null));
  }

  private Fact correction(Fields data, Instant at) {
    return new Fact.Correction(
        data.needUuid("passage_id"),
        data.text("plate_before", LONGEST_PLATE).orElse(""),
        plate(data),
        data.text("corrected_by", LONGEST_NAME).orElse(""),
        at);
  }

  private Fact stayEnded(Fields data) {
    return new Fact.StayEnded(
        data.needUuid("stay_id"),
        plate(data),
        data.needTime("entered_at"),
        data.needTime("ended_at"),
        data.needText("ending", 16),
        data.text("ended_by", LONGEST_NAME).orElse(""),
        data.text("reason", LONGEST_REASON).orElse(""));
  }

  private static Fact shift(Fields data, String kept) {
    return new Fact.Shift(
        data.needUuid("shift_id"),
        data.text("guard", LONGEST_NAME).orElse(""),
        data.needTime("began_at"),
        data.needTime("ended_at"),
        data.whole("cash", 0, MOST_DONG).orElse(0L),
        data.whole("counted", 0, MOST_DONG),
        kept);
  }
}
