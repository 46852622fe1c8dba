package io.gatehouse.sync;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.parking.shift.ShiftTotals;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.plate.Plate;
import io.gatehouse.store.OutgoingEvent;
import io.gatehouse.store.OutgoingFact;
import io.gatehouse.store.OutgoingFact.CorrectionTold;
import io.gatehouse.store.OutgoingFact.PassageTold;
import io.gatehouse.store.OutgoingFact.ShiftTold;
import io.gatehouse.store.OutgoingFact.StayEndTold;
import io.gatehouse.store.OutgoingFact.StayTold;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The body of an event as docs/decisions/0012-sync-protocol.md has it. The same fact gives the same
 * text, byte for byte: the central tells a repetition from a contradiction by it.
 */
final class EventJson {

  /** A kiosk has one camera. */
  static final int CAMERA = 1;

  private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();

  /** The body; empty when the event's rows are there no more. */
  Optional<String> body(OutgoingEvent event) {
    return switch (event.fact()) {
      case PassageTold told ->
          Optional.of(
              text(
                  event,
                  type(told.direction()),
                  told.capturedAt(),
                  Optional.of(told.direction()),
                  data(told)));
      case CorrectionTold told ->
          Optional.of(
              text(
                  event,
                  "CORRECTION",
                  told.correctedAt(),
                  Optional.of(told.direction()),
                  data(told)));
      case StayEndTold told ->
          Optional.of(text(event, "STAY", told.endedAt(), Optional.empty(), data(told)));
      case ShiftTold(ShiftReport report) -> {
        Shift.Closing closing = report.shift().closing().orElseThrow();
        yield Optional.of(
            text(event, "SHIFT", closing.at(), Optional.empty(), data(report, closing)));
      }
      case OutgoingFact.Gone() -> Optional.empty();
    };
  }

  static String type(Direction direction) {
    return direction == Direction.IN ? "ENTRY" : "EXIT";
  }

  private String text(
      OutgoingEvent event,
      String type,
      Instant at,
      Optional<Direction> direction,
      JsonObject data) {
    JsonObject json = new JsonObject();
    json.addProperty("type", type);
    json.addProperty("event_id", event.id().toString());
    json.addProperty("timestamp", at.toString());
    json.addProperty("camera_id", CAMERA);
    json.addProperty("camera_name", event.lane());
    direction.ifPresent(way -> json.addProperty("camera_type", type(way)));
    json.add("data", data);
    return gson.toJson(json);
  }

  private static JsonObject data(PassageTold told) {
    JsonObject data = new JsonObject();
    addPlate(data, told.plate());
    data.addProperty("plate_colour", told.colour().name());
    data.addProperty("vehicle_kind", told.vehicle().name());
    data.addProperty("confidence", told.confidence());
    data.addProperty("source", source(told.outcome()));
    JsonObject images = new JsonObject();
    addFilled(images, "full", told.pictures().full());
    addFilled(images, "crop", told.pictures().crop());
    addFilled(images, "thumbnail", told.pictures().thumbnail());
    data.add("images", images);
    data.addProperty("outcome", told.outcome().name());
    data.addProperty("decided_by", told.decidedBy());
    data.addProperty("decided_at", told.decidedAt().toString());
    data.addProperty("reason", told.reason());
    data.addProperty("read_text", told.readText());
    data.addProperty("frame_sequence", told.frameSequence());
    told.stay().ifPresent(stay -> data.add("stay", stay(stay)));
    return data;
  }

  /** Whose text it is: the machine's or a person's. */
  private static String source(Outcome outcome) {
    return switch (outcome) {
      case CONFIRMED, AUTOMATIC, REJECTED -> "auto";
      case CORRECTED, TYPED -> "manual";
    };
  }

  private static JsonObject stay(StayTold told) {
    JsonObject stay = new JsonObject();
    switch (told) {
      case StayTold.Opened opened -> {
        stay.addProperty("id", opened.stay().toString());
        stay.addProperty("change", "OPENED");
        stay.addProperty("entered_at", opened.enteredAt().toString());
      }
      case StayTold.Closed closed -> {
        stay.addProperty("id", closed.stay().toString());
        stay.addProperty("change", closed.entry().isPresent() ? "CLOSED" : "WITHOUT_ENTRY");
        closed.entry().ifPresent(entry -> stay.addProperty("entry_event_id", entry.toString()));
        stay.addProperty("entered_at", closed.enteredAt().toString());
        stay.addProperty("ended_at", closed.endedAt().toString());
        stay.addProperty("ending", closed.ending().name());
        closed.settlement().ifPresent(settlement -> addSettlement(stay, settlement));
      }
    }
    return stay;
  }

  private static void addSettlement(JsonObject stay, Settlement settlement) {
    stay.addProperty("fee", settlement.feeDong());
    stay.addProperty("paid", settlement.paidDong());
    stay.addProperty("method", settlement.method().name());
    addFilled(stay, "tariff", settlement.tariff());
    addFilled(stay, "approved_by", settlement.approvedBy());
    addFilled(stay, "settlement_reason", settlement.reason());
  }

  private static JsonObject data(CorrectionTold told) {
    JsonObject data = new JsonObject();
    data.addProperty("passage_id", told.passage().toString());
    data.addProperty("plate_before", told.plateBefore());
    addPlate(data, told.plate());
    data.addProperty("corrected_by", told.correctedBy());
    return data;
  }

  private static JsonObject data(StayEndTold told) {
    JsonObject data = new JsonObject();
    data.addProperty("stay_id", told.stay().toString());
    data.addProperty("plate_text", told.plate());
    data.addProperty("entered_at", told.enteredAt().toString());
    data.addProperty("ended_at", told.endedAt().toString());
    data.addProperty("ending", told.ending().name());
    addFilled(data, "ended_by", told.endedBy());
    addFilled(data, "reason", told.reason());
    addFilled(data, "superseded_by", told.supersededBy().map(UUID::toString).orElse(""));
    return data;
  }

  private static JsonObject data(ShiftReport report, Shift.Closing closing) {
    Shift shift = report.shift();
    ShiftTotals totals = report.totals();
    JsonObject data = new JsonObject();
    data.addProperty("shift_id", shift.id().toString());
    data.addProperty("guard", shift.guard());
    data.addProperty("role", shift.role().name());
    data.addProperty("began_at", shift.beganAt().toString());
    data.addProperty("ended_at", closing.at().toString());
    data.addProperty("vehicles_in", totals.in());
    data.addProperty("vehicles_out", totals.out());
    data.addProperty("automatic", totals.automatic());
    data.addProperty("turned_away", totals.turnedAway());
    data.addProperty("cash", totals.cashDong());
    closing
        .counted()
        .map(CashCount::totalDong)
        .ifPresent(counted -> data.addProperty("counted", counted));
    report.differenceDong().ifPresent(dong -> data.addProperty("difference", dong));
    data.addProperty("free_passes", totals.freePasses());
    data.addProperty("lost_tickets", totals.lostTickets());
    data.addProperty("overrides", totals.overrides());
    addFilled(data, "remark", closing.remark());
    return data;
  }

  private static void addPlate(JsonObject data, Plate plate) {
    data.addProperty("plate_text", plate.text());
    data.addProperty("plate_view", plate.display());
    data.addProperty("plate_kind", plate.kind().name());
    data.addProperty("plate_lines", plate.lines());
  }

  private static void addFilled(JsonObject json, String name, String text) {
    if (!text.isEmpty()) {
      json.addProperty(name, text);
    }
  }
}
