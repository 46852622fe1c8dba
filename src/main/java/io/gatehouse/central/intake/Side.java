package io.gatehouse.central.intake;

import io.gatehouse.central.intake.Fact.Pictures;
import java.time.Instant;
import java.util.UUID;

/**
 * One side of a row of the history: how a vehicle came in, or how it went out.
 *
 * @param event the passage; null when only the time is known
 * @param gate whose camera saw it; null when only the time is known, as all that follow
 */
record Side(
    UUID event,
    Instant at,
    Long gate,
    Integer camera,
    String cameraName,
    Double confidence,
    String source,
    Pictures pictures) {

  static Side seen(long gate, UUID event, Fact.Passage passage) {
    return new Side(
        event,
        passage.at(),
        gate,
        passage.cameraId(),
        passage.cameraName(),
        passage.confidence(),
        passage.source(),
        passage.pictures());
  }

  /** A time that somebody else tells of; the passage itself may still come. */
  static Side hinted(UUID event, Instant at) {
    return new Side(event, at, null, null, null, null, null, Pictures.NONE);
  }

  boolean isSeen() {
    return gate != null;
  }

  /** Whether this one counts where both are told; the same whichever was told first. */
  boolean precedes(Side other) {
    if (isSeen() != other.isSeen()) {
      return isSeen();
    }
    int byTime = at.compareTo(other.at);
    return byTime != 0 ? byTime < 0 : text(event).compareTo(text(other.event)) < 0;
  }

  private static String text(UUID event) {
    // one that names its passage comes before one that does not
    return event == null ? "~" : event.toString();
  }
}
