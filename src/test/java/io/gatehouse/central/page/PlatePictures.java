package io.gatehouse.central.page;

import com.google.gson.JsonObject;

/** Pictures for rows. */
@FunctionalInterface
public interface PlatePictures {

  /**
   * A JPEG.
   *
   * @param side entry or exit
   * @param size full, crop or thumb
   */
  byte[] of(JsonObject row, String side, String size);
}
