package io.gatehouse.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How much the central has not got.
 *
 * @param waiting events that wait to be sent
 * @param parked events that it refused
 * @param oldest when the first of those that wait was written; empty when none waits
 */
public record OutboxCounts(long waiting, long parked, Optional<Instant> oldest) {

  public static final OutboxCounts NOTHING = new OutboxCounts(0, 0, Optional.empty());
}
