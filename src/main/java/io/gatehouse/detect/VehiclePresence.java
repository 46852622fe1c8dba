package io.gatehouse.detect;

/**
 * Whether a vehicle is in the lane.
 *
 * @param present something that is not the empty lane fills a good part of the picture
 * @param still it has not moved for a moment
 * @param coverage share of the picture that differs from the empty lane, 0 to 1
 * @param motion share of the picture that changed since the frame before, 0 to 1
 */
public record VehiclePresence(boolean present, boolean still, float coverage, float motion) {

  public static final VehiclePresence EMPTY_LANE = new VehiclePresence(false, true, 0, 0);

  /** Nobody takes a photograph of an empty lane. */
  public static final VehiclePresence PHOTOGRAPH = new VehiclePresence(true, true, 1, 0);
}
