package io.gatehouse.parking.insight;

/**
 * How good the picture of a passage is, so that a failing lamp or a dirty lens can be seen in the
 * numbers before somebody complains.
 *
 * @param sharpness strength of the fine edges beside that of the contrast, 0 or more: about 0.15
 *     for a crisp plate, below 0.02 for one out of focus; it does not follow the light
 * @param brightness mean grey of the whole picture, 0 (black) to 255
 */
public record PictureQuality(float sharpness, float brightness) {

  public PictureQuality {
    if (!(sharpness >= 0) || !(brightness >= 0 && brightness <= 255)) {
      throw new IllegalArgumentException(
          "a sharpness of %s and a brightness of %s".formatted(sharpness, brightness));
    }
  }
}
