package io.gatehouse.store;

import io.gatehouse.parking.lists.ListEntry;
import java.time.Instant;

/**
 * One edit of the lists.
 *
 * @param entry as it was after the edit; as it was before where it was removed
 * @param by who
 * @param at when, UTC
 */
public record ListChange(Kind kind, ListEntry entry, String by, Instant at) {

  /** What was done. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }
}
