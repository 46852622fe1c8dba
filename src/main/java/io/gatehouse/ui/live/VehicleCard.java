package io.gatehouse.ui.live;

import io.gatehouse.ui.common.Doubts.Doubt;
import io.gatehouse.ui.common.PlateFace;
import java.util.List;
import java.util.Optional;

/**
 * The vehicle that the guard works on, as its panel shows it.
 *
 * @param vehicle its number
 * @param face the plate to draw
 * @param crop the plate as the camera saw it, JPEG
 * @param badge direction and kind
 * @param known whether the text has a known format
 * @param evidence how many frames, standing or moving, gone
 * @param confidence in percent; empty when nothing was read
 * @param doubts the characters to look at, with what else they may be
 * @param chosen the compact text with the guard's choices in it
 * @param visits when it was last here
 * @param storing whether the decision is on its way to the disk
 */
public record VehicleCard(
    long vehicle,
    PlateFace face,
    Optional<byte[]> crop,
    String badge,
    boolean known,
    String evidence,
    String confidence,
    List<Doubt> doubts,
    String chosen,
    String visits,
    boolean storing) {

  /** Whether there is a plate to confirm; without one the guard types. */
  public boolean confirmable() {
    return !chosen.isEmpty();
  }
}
