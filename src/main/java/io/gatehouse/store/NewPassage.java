package io.gatehouse.store;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.decide.Decision;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.insight.PictureQuality;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.parking.stay.StayEnd;
import java.util.Optional;

/**
 * A passage about to be stored.
 *
 * @param decision what was decided, with the proposal it rests on
 * @param direction which way
 * @param lane the lane's name
 * @param frame the frame of the picture; for an entry by hand the moment of the entry
 * @param pictures the evidence; empty when no picture was possible
 * @param stay what the passage does to the stays
 */
public record NewPassage(
    Decision decision,
    Direction direction,
    String lane,
    FrameStamp frame,
    Optional<Pictures> pictures,
    StayChange stay) {

  /** A passage for which nobody looked into the books: an entry opens a stay, an exit is free. */
  public NewPassage(
      Decision decision,
      Direction direction,
      String lane,
      FrameStamp frame,
      Optional<Pictures> pictures) {
    this(decision, direction, lane, frame, pictures, plain(decision, direction));
  }

  private static StayChange plain(Decision decision, Direction direction) {
    if (!decision.outcome().opens()) {
      return new StayChange.None();
    }
    VehicleKind kind = VehicleKind.of(decision.plate());
    return switch (direction) {
      case IN -> new StayChange.Opens(kind);
      case OUT -> new StayChange.WithoutEntry(kind, StayEnd.NO_ENTRY, Settlement.paid(0, ""));
    };
  }

  /**
   * The pictures of a passage.
   *
   * @param full the whole frame as JPEG
   * @param crop the plate with a margin as JPEG; empty when no plate was found
   * @param thumbnail the whole frame, at most 160 px wide, as JPEG
   * @param quality how sharp and bright the frame is; empty when it was not measured
   */
  @SuppressWarnings("ArrayRecordComponent") // JPEG bytes are handed on, never compared
  public record Pictures(
      byte[] full, Optional<byte[]> crop, byte[] thumbnail, Optional<PictureQuality> quality) {

    /** Pictures that nobody measured. */
    public Pictures(byte[] full, Optional<byte[]> crop, byte[] thumbnail) {
      this(full, crop, thumbnail, Optional.empty());
    }
  }
}
