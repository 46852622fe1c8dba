package io.gatehouse.central.intake;

import io.gatehouse.central.intake.Fact.PlateName;
import java.time.Instant;
import java.util.UUID;

/**
 * The plate of a row, and who told it: a correction counts more than an entry, and that more than
 * an exit; of corrections the latest.
 *
 * @param correction the correction's event and {@code correctedAt} its time; null where it is none
 */
record Naming(int rank, PlateName plate, UUID correction, Instant correctedAt) {

  private static final int END = 0;
  private static final int EXIT = 1;
  private static final int ENTRY = 2;
  private static final int CORRECTION = 3;

  static Naming ofEnd(PlateName plate) {
    return new Naming(END, plate, null, null);
  }

  static Naming ofExit(PlateName plate) {
    return new Naming(EXIT, plate, null, null);
  }

  static Naming ofEntry(PlateName plate) {
    return new Naming(ENTRY, plate, null, null);
  }

  static Naming ofCorrection(PlateName plate, UUID event, Instant at) {
    return new Naming(CORRECTION, plate, event, at);
  }

  /** The one of both that counts. */
  Naming or(Naming other) {
    if (rank != other.rank) {
      return rank > other.rank ? this : other;
    }
    if (rank < CORRECTION) {
      return other;
    }
    int byTime = correctedAt.compareTo(other.correctedAt);
    int order = byTime != 0 ? byTime : correction.toString().compareTo(other.correction.toString());
    return order >= 0 ? this : other;
  }
}
