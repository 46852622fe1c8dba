package io.gatehouse.store;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A search in the history. Newest first.
 *
 * @param text any part of the plate, separators ignored; empty for all
 * @param alike whether characters that look alike (O 0 D Q, I 1 L, B 8, …) count as equal
 * @param from captured at or after, UTC
 * @param to captured before, UTC
 * @param direction only this one
 * @param outcomes only these; empty for all
 * @param correctedOnly only passages that were corrected, at the lane or later
 * @param limit rows a page, 1 to 500
 * @param offset rows to pass over
 */
public record PassageQuery(
    String text,
    boolean alike,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Direction> direction,
    Set<Outcome> outcomes,
    boolean correctedOnly,
    int limit,
    int offset) {

  /** The newest passages, whatever they are. */
  public static PassageQuery newest(int limit) {
    return new PassageQuery(
        "", false, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), false, limit, 0);
  }
}
