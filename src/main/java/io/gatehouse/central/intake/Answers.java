package io.gatehouse.central.intake;

import com.google.gson.JsonObject;
import io.gatehouse.central.common.DurationText;
import io.gatehouse.central.intake.Fact.Passage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What the events of a batch are answered; made when their rows are stored and have numbers. */
final class Answers {

  private final ZoneId zone;
  private final Locale language;
  private final IdentityHashMap<EdgeEvent, Supplier<JsonObject>> answers = new IdentityHashMap<>();
  private final IdentityHashMap<EdgeEvent, JsonObject> made = new IdentityHashMap<>();

  Answers(ZoneId zone, Locale language) {
    this.zone = zone;
    this.language = language;
  }

  /** Whether this very event was merged, not one like it. */
  boolean has(EdgeEvent event) {
    return answers.containsKey(event);
  }

  /** The answer to an event of this batch. */
  JsonObject of(EdgeEvent event) {
    return made.computeIfAbsent(event, e -> answers.get(e).get());
  }

  /** An event about a row that may still have to come. */
  void accept(EdgeEvent event, Optional<Vehicle> vehicle) {
    answers.put(
        event,
        () -> {
          JsonObject answer = accepted(event, event.type());
          vehicle.ifPresent(row -> answer.addProperty("history_id", row.id));
          return answer;
        });
  }

  /** A passage. */
  void acceptPassage(
      EdgeEvent event,
      Passage passage,
      HistoryBook book,
      java.util.UUID id,
      Optional<Vehicle> inside) {
    answers.put(
        event,
        () -> {
          Vehicle vehicle = book.ofPassage(event.gateId(), id).orElseThrow();
          JsonObject answer = accepted(event, passage.entry() ? "ENTRY" : "EXIT");
          answer.addProperty("message", message(passage, vehicle));
          answer.addProperty("plate_id", vehicle.plate());
          answer.addProperty("plate_view", vehicle.naming.plate().view());
          answer.addProperty("history_id", vehicle.id);
          if (passage.entry()) {
            Instant entered = inside.map(v -> v.entry.at()).orElse(passage.at());
            answer.addProperty("entry_time", text(entered));
            inside.ifPresent(_ -> answer.addProperty("already_inside", true));
          } else {
            addExit(answer, passage, vehicle);
          }
          return answer;
        });
  }

  private void addExit(JsonObject answer, Passage passage, Vehicle vehicle) {
    answer.addProperty("exit_time", text(passage.at()));
    answer.addProperty("fee", passage.charge().fee());
    if (vehicle.entry == null) {
      if (!vehicle.turnedAway) {
        answer.addProperty("no_entry", true);
      }
    } else {
      answer.addProperty("entry_time", text(vehicle.entry.at()));
      answer.addProperty("duration", duration(vehicle.entry.at(), passage.at()));
    }
  }

  private static JsonObject accepted(EdgeEvent event, String action) {
    JsonObject answer = new JsonObject();
    answer.addProperty("success", true);
    answer.addProperty("action", action);
    event.eventId().ifPresent(id -> answer.addProperty("event_id", id.toString()));
    return answer;
  }

  private String message(Passage passage, Vehicle vehicle) {
    String plate = vehicle.naming.plate().view();
    if (vehicle.turnedAway) {
      return (isEnglish() ? "Vehicle %s turned away" : "Xe %s không được VÀO/RA").formatted(plate);
    }
    if (isEnglish()) {
      return "Vehicle %s %s".formatted(plate, passage.entry() ? "IN" : "OUT");
    }
    return "Xe %s %s bãi".formatted(plate, passage.entry() ? "VÀO" : "RA");
  }

  private boolean isEnglish() {
    return "en".equals(language.getLanguage());
  }

  private String duration(Instant from, Instant to) {
    Duration time = Duration.between(from, to);
    return DurationText.of(time.isNegative() ? Duration.ZERO : time, language);
  }

  private String text(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime());
  }
}
