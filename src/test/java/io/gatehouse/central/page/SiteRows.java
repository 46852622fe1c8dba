package io.gatehouse.central.page;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Rows of the history as the central answers them; all plates are invented. */
public final class SiteRows {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private SiteRows() {}

  /** A vehicle that is inside since {@code entered}. */
  public static JsonObject inside(long id, String plate, String kind, Instant entered) {
    JsonObject row = row(id, plate, kind, "IN", entered);
    side(row, "entry", entered, 1, "Cổng vào A", true);
    side(row, "exit", null, 0, null, false);
    row.add("duration", JsonNull.INSTANCE);
    row.add("duration_seconds", JsonNull.INSTANCE);
    row.addProperty("fee", 0);
    row.addProperty("paid", 0);
    row.add("method", JsonNull.INSTANCE);
    row.add("ending", JsonNull.INSTANCE);
    return row;
  }

  /** A vehicle that left {@code minutes} after it came. */
  public static JsonObject left(
      long id, String plate, String kind, Instant entered, int minutes, int fee) {
    Instant exit = entered.plus(minutes, ChronoUnit.MINUTES);
    JsonObject row = row(id, plate, kind, "OUT", exit);
    side(row, "entry", entered, 1, "Cổng vào A", true);
    side(row, "exit", exit, 2, "Cổng ra B", true);
    row.addProperty("duration", "%d giờ %d phút".formatted(minutes / 60, minutes % 60));
    row.addProperty("duration_seconds", 60L * minutes);
    row.addProperty("fee", fee);
    row.addProperty("paid", fee);
    row.addProperty("method", fee == 0 ? "NOTHING_DUE" : "CASH");
    row.addProperty("ending", "LEFT");
    return row;
  }

  /** The row without the picture of a side. */
  public static JsonObject without(JsonObject row, String side) {
    row.addProperty("has_" + side + "_image", false);
    row.add(side + "_image", JsonNull.INSTANCE);
    return row;
  }

  /** As the interface has times: in the site's zone, with its offset. */
  static String time(Instant when) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        when.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE));
  }

  /** What is searched in: letters and digits alone. */
  static String folded(String plate) {
    return plate.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static JsonObject row(long id, String plate, String kind, String status, Instant last) {
    JsonObject row = new JsonObject();
    row.addProperty("id", id);
    row.addProperty("plate_id", folded(plate));
    row.addProperty("plate_view", plate);
    row.addProperty("vehicle_kind", kind);
    row.addProperty("status", status);
    row.addProperty("gate_id", 1);
    row.addProperty("corrected", false);
    row.addProperty("created_at", time(last));
    row.addProperty("updated_at", time(last));
    return row;
  }

  private static void side(
      JsonObject row, String side, Instant when, int camera, String name, boolean picture) {
    row.addProperty(side + "_time", when == null ? null : time(when));
    row.addProperty(side + "_camera_id", camera == 0 ? null : camera);
    row.addProperty(side + "_camera_name", name);
    row.addProperty(side + "_confidence", when == null ? null : 0.93);
    row.addProperty(side + "_source", when == null ? null : "auto");
    row.addProperty("has_" + side + "_image", picture);
    row.addProperty(side + "_image", picture ? "e" + row.get("id").getAsLong() + side : null);
  }
}
