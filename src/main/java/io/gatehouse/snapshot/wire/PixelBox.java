package io.gatehouse.snapshot.wire;

import com.google.gson.JsonObject;

/** A rectangle in pixels of the picture; the right and lower edges lie outside it. */
public record PixelBox(int xmin, int ymin, int xmax, int ymax) {

  /** What stands where there is nothing. */
  public static final PixelBox NONE = new PixelBox(0, 0, 0, 0);

  /** As the API writes it. */
  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("xmin", xmin);
    json.addProperty("ymin", ymin);
    json.addProperty("xmax", xmax);
    json.addProperty("ymax", ymax);
    return json;
  }
}
