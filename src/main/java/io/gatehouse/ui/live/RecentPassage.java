package io.gatehouse.ui.live;

import java.util.UUID;

/**
 * One of the last passages.
 *
 * @param id opens it in the history
 * @param plate with separators
 * @param details when, which way, by whom
 * @param accent colour at its edge
 */
public record RecentPassage(UUID id, String plate, String details, Accent accent) {

  /** Colour at the edge; the details say the same in words. */
  public enum Accent {
    IN,
    OUT,
    BY_HAND,
    REJECTED
  }
}
