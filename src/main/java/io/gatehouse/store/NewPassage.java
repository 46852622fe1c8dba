package io.gatehouse.store;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.decide.Decision;
import io.gatehouse.parking.Direction;
import java.util.Optional;

/**
 * A passage about to be stored.
 *
 * @param decision what was decided, with the proposal it rests on
 * @param direction which way
 * @param lane the lane's name
 * @param frame the frame of the picture; for an entry by hand the moment of the entry
 * @param pictures the evidence; empty when no picture was possible
 */
public record NewPassage(
    Decision decision,
    Direction direction,
    String lane,
    FrameStamp frame,
    Optional<Pictures> pictures) {

  /**
   * The pictures of a passage.
   *
   * @param full the whole frame as JPEG
   * @param crop the plate with a margin as JPEG; empty when no plate was found
   * @param thumbnail the whole frame, at most 160 px wide, as JPEG
   */
  @SuppressWarnings("ArrayRecordComponent") // JPEG bytes are handed on, never compared
  public record Pictures(byte[] full, Optional<byte[]> crop, byte[] thumbnail) {}
}
