package io.gatehouse.launch;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.gatehouse.camera.Region;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.read.PlateReading;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** One JSON array, an object a plate with the fields of the CSV and each character's confidence. */
record JsonReport(PrintWriter out, Gson gson, First first) implements ReadReport {

  /** Whether a comma is due. */
  static final class First {
    private boolean pending = true;
  }

  JsonReport(PrintWriter out) {
    this(out, new GsonBuilder().disableHtmlEscaping().create(), new First());
  }

  @Override
  public void begin() {
    out.print("[");
  }

  @Override
  public void row(ReadRow row) {
    JsonObject object = new JsonObject();
    object.addProperty("file", row.file().toString());
    row.reading().ifPresent(reading -> addPlate(object, reading));
    object.addProperty("millis", rounded(row.millis(), 1));
    out.println(first.pending ? "" : ",");
    first.pending = false;
    out.print(gson.toJson(object));
    out.flush();
  }

  private static void addPlate(JsonObject object, PlateReading reading) {
    Region box = reading.box().region();
    object.addProperty("plate", reading.plate().text());
    object.addProperty("confidence", rounded(reading.confidence(), 3));
    object.addProperty("sureness", reading.sureness().name());
    object.addProperty("view", reading.plate().display());
    object.addProperty("kind", reading.plate().kind().name());
    object.addProperty("lines", reading.plate().lines());
    object.addProperty("colour", reading.colour().name());
    object.addProperty("reader", reading.reader());
    object.addProperty("raw", reading.rawText());
    object.addProperty("x", box.x());
    object.addProperty("y", box.y());
    object.addProperty("width", box.width());
    object.addProperty("height", box.height());
    JsonArray characters = new JsonArray();
    for (ReadCharacter c : reading.characters()) {
      JsonObject character = new JsonObject();
      character.addProperty("character", c.value());
      character.addProperty("confidence", rounded(c.confidence(), 3));
      characters.add(character);
    }
    object.add("characters", characters);
  }

  private static BigDecimal rounded(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }

  @Override
  public void end() {
    out.println("\n]");
    out.flush();
  }
}
