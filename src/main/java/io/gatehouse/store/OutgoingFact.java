package io.gatehouse.store;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an event tells, made of columns that never change after the event was written: read again,
 * it is the same.
 */
public sealed interface OutgoingFact {

  /**
   * A vehicle went through or was turned away.
   *
   * @param plate as it was decided, without later corrections
   * @param confidence of the reading, 0 to 1
   * @param pictures the hashes
   * @param stay what it did to a stay; empty when nothing
   */
  record PassageTold(
      UUID id,
      Direction direction,
      Instant capturedAt,
      Plate plate,
      PlateColour colour,
      VehicleKind vehicle,
      Outcome outcome,
      String decidedBy,
      Instant decidedAt,
      String reason,
      String readText,
      float confidence,
      long frameSequence,
      PictureHashes pictures,
      Optional<StayTold> stay)
      implements OutgoingFact {}

  /**
   * SHA-256 in hexadecimal; empty texts for pictures that were never stored. A picture may be gone
   * while its hash stays.
   */
  record PictureHashes(String full, String crop, String thumbnail) {

    /** Those that are there, the small ones first: they are what a list shows. */
    public List<String> present() {
      return Stream.of(thumbnail, crop, full).filter(hash -> !hash.isEmpty()).distinct().toList();
    }
  }

  /** What a passage did to a stay. */
  sealed interface StayTold {

    /** The entry: the stay has its id. */
    record Opened(UUID stay, Instant enteredAt) implements StayTold {}

    /**
     * The exit.
     *
     * @param settlement empty where nothing was settled, as in books of before there were fees
     * @param entry the passage that opened the stay; empty when no entry is known: then {@code
     *     enteredAt} is the exit's time
     */
    record Closed(
        UUID stay,
        Optional<UUID> entry,
        Instant enteredAt,
        Instant endedAt,
        StayEnd ending,
        Optional<Settlement> settlement)
        implements StayTold {}
  }

  /** A passage's plate was corrected. */
  record CorrectionTold(
      UUID passage,
      Direction direction,
      String plateBefore,
      Plate plate,
      String correctedBy,
      Instant correctedAt)
      implements OutgoingFact {}

  /**
   * A stay ended without an exit.
   *
   * @param plate compact, as it was then
   * @param endedBy who found the vehicle gone; empty when another entry superseded the stay
   */
  record StayEndTold(
      UUID stay,
      String plate,
      Instant enteredAt,
      Instant endedAt,
      StayEnd ending,
      String endedBy,
      String reason,
      Optional<UUID> supersededBy)
      implements OutgoingFact {}

  /** A shift ended. */
  record ShiftTold(ShiftReport report) implements OutgoingFact {}

  /** The rows are there no more: nothing can be told. */
  record Gone() implements OutgoingFact {}
}
