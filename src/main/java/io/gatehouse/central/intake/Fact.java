package io.gatehouse.central.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What an event says. Facts may come in any order; each says of other columns than the others. */
sealed interface Fact {

  /** A plate as somebody read, typed or corrected it. */
  record PlateName(String id, String view) {}

  /** Hashes of the pictures; null where there is none. */
  record Pictures(String full, String crop, String thumbnail) {
    static final Pictures NONE = new Pictures(null, null, null);
  }

  /**
   * A passage at a gate.
   *
   * @param entry in, else out
   * @param data the event's data without pictures, as JSON
   */
  record Passage(
      boolean entry,
      Instant at,
      int cameraId,
      String cameraName,
      PlateName plate,
      String vehicleKind,
      double confidence,
      String source,
      Pictures pictures,
      boolean turnedAway,
      Optional<StayPart> stay,
      Charge charge,
      String data)
      implements Fact {

    /** The same with other pictures. */
    Passage with(Pictures others) {
      return new Passage(
          entry,
          at,
          cameraId,
          cameraName,
          plate,
          vehicleKind,
          confidence,
          source,
          others,
          turnedAway,
          stay,
          charge,
          data);
    }
  }

  /**
   * What a passage did to a stay of its gate.
   *
   * @param entryEvent the passage that opened it; null when unknown
   * @param enteredAt null when unknown
   */
  record StayPart(UUID id, StayChange change, UUID entryEvent, Instant enteredAt, String ending) {}

  /** What became of a stay. */
  enum StayChange {
    OPENED,
    CLOSED,
    WITHOUT_ENTRY
  }

  /** What was charged, in đồng. */
  record Charge(long fee, long paid, String method, String settledBy, String reason) {
    static final Charge NONE = new Charge(0, 0, null, null, null);
  }

  /** Another plate for a passage. */
  record Correction(UUID passage, String before, PlateName plate, String by, Instant at)
      implements Fact {}

  /** A stay that ended without an exit. */
  record StayEnded(
      UUID stay,
      PlateName plate,
      Instant enteredAt,
      Instant endedAt,
      String ending,
      String by,
      String reason)
      implements Fact {}

  /** A shift that ended. */
  record Shift(
      UUID id,
      String guard,
      Instant beganAt,
      Instant endedAt,
      long cash,
      Optional<Long> counted,
      String data)
      implements Fact {}
}
