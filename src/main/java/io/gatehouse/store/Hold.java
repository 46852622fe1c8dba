package io.gatehouse.store;

import java.time.Instant;
import java.util.Optional;

/**
 * That a passage may not be removed.
 *
 * @param by who asked for it
 * @param at since when, UTC
 * @param release how it ended; empty while it lasts
 */
public record Hold(String by, Instant at, Optional<Release> release) {

  /**
   * The end of a hold.
   *
   * @param by who took it back
   * @param at when, UTC
   */
  public record Release(String by, Instant at) {}
}
