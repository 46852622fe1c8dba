package io.gatehouse.support;

import java.time.Instant;
import java.util.UUID;

/** Events as an edge of ours writes them, and as the first edges did. */
public final class EdgeEvents {

  private EdgeEvents() {}

  public static UUID id(long number) {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
  }

  public static String entry(UUID id, Instant at, String plate, UUID stay) {
    return passage("ENTRY", id, at, plate, "")
        .replace(
            "%STAY%",
            ",\"stay\":{\"id\":\"%s\",\"change\":\"OPENED\",\"entered_at\":\"%s\"}"
                .formatted(stay, at));
  }

  public static String exit(
      UUID id, Instant at, String plate, UUID stay, UUID entry, Instant enteredAt, long fee) {
    String told =
        """
        ,"stay":{"id":"%s","change":"CLOSED","entry_event_id":"%s","entered_at":"%s","ended_at":"%s",\
        "ending":"LEFT","fee":%d,"paid":%d,"method":"CASH","tariff":"t1"}\
        """
            .formatted(stay, entry, enteredAt, at, fee, fee);
    return passage("EXIT", id, at, plate, "").replace("%STAY%", told);
  }

  public static String exitWithoutEntry(UUID id, Instant at, String plate, UUID stay, long fee) {
    String told =
        """
        ,"stay":{"id":"%s","change":"WITHOUT_ENTRY","ended_at":"%s","ending":"NO_ENTRY",\
        "fee":%d,"paid":%d,"method":"CASH"}\
        """
            .formatted(stay, at, fee, fee);
    return passage("EXIT", id, at, plate, "").replace("%STAY%", told);
  }

  public static String turnedAway(UUID id, Instant at, String plate) {
    return passage("ENTRY", id, at, plate, ",\"outcome\":\"REJECTED\"").replace("%STAY%", "");
  }

  /** A passage that says nothing of stays, but has an id and a time. */
  public static String bare(String type, UUID id, Instant at, String plate) {
    return passage(type, id, at, plate, "").replace("%STAY%", "");
  }

  private static String passage(String type, UUID id, Instant at, String plate, String more) {
    return """
    {"type":"%s","event_id":"%s","timestamp":"%s","camera_id":1,"camera_name":"Cổng vào A",\
    "camera_type":"%s","data":{"plate_text":"%s","confidence":0.95,"source":"auto",\
    "vehicle_kind":"MOTORBIKE"%s%%STAY%%}}\
    """
        .formatted(type, id, at, type, plate, more);
  }

  public static String correction(UUID id, Instant at, UUID passage, String before, String plate) {
    return """
    {"type":"CORRECTION","event_id":"%s","timestamp":"%s","data":{"passage_id":"%s",\
    "plate_before":"%s","plate_text":"%s","corrected_by":"Lan"}}\
    """
        .formatted(id, at, passage, before, plate);
  }

  public static String stayEnded(
      UUID id, UUID stay, String plate, Instant enteredAt, Instant endedAt, String ending) {
    return """
    {"type":"STAY","event_id":"%s","timestamp":"%s","data":{"stay_id":"%s","plate_text":"%s",\
    "entered_at":"%s","ended_at":"%s","ending":"%s","ended_by":"Lan","reason":"round"}}\
    """
        .formatted(id, endedAt, stay, plate, enteredAt, endedAt, ending);
  }

  public static String shift(UUID id, UUID shift, Instant from, Instant to) {
    return """
    {"type":"SHIFT","event_id":"%s","timestamp":"%s","data":{"shift_id":"%s","guard":"Lan",\
    "began_at":"%s","ended_at":"%s","cash":125000,"counted":120000}}\
    """
        .formatted(id, to, shift, from, to);
  }
}
