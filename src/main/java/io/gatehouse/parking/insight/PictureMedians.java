package io.gatehouse.parking.insight;

/**
 * The middle of many pictures' qualities.
 *
 * @param pictures how many were measured
 * @param sharpness median, as {@link PictureQuality}; 0 without pictures
 * @param brightness median, 0 to 255; 0 without pictures
 */
public record PictureMedians(int pictures, double sharpness, double brightness) {

  public static final PictureMedians NONE = new PictureMedians(0, 0, 0);
}
